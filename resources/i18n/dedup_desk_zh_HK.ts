<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_HK" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Dedup Desk</source>
        <translation>關於 Dedup Desk</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Made with Qt {qt} (LGPL-3), PySide6 {binding}, Pillow, ImageHash, OpenCV, NumPy, SciPy and SQLAlchemy.</source>
        <translation>以 Qt {qt}（LGPL-3）、PySide6 {binding}、Pillow、ImageHash、OpenCV、NumPy、SciPy 及 SQLAlchemy 製作。</translation>
    </message>
    <message>
        <source>Pictures in memory: {held}, at most {most}.</source>
        <translation>記憶體內的影像：{held}，最多 {most}。</translation>
    </message>
    <message>
        <source>The light table for near-duplicate pictures: find, compare, decide, set aside, put back. Everything stays on this machine.</source>
        <translation>近似影像的看片台：尋找、對照、決定、撤下、還原。所有資料都留在本機。</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;About Dedup Desk</source>
        <translation>關於 Dedup Desk</translation>
    </message>
    <message>
        <source>&amp;Add folder to project…</source>
        <translation>加入資料夾到項目…</translation>
    </message>
    <message>
        <source>&amp;Audit</source>
        <translation>盤點</translation>
    </message>
    <message>
        <source>&amp;Change keys…</source>
        <translation>更改按鍵(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Close project</source>
        <translation>關閉項目</translation>
    </message>
    <message>
        <source>&amp;Document facts first</source>
        <translation>文書資料列先(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>全屏幕</translation>
    </message>
    <message>
        <source>&amp;History</source>
        <translation>紀錄冊</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>快捷鍵</translation>
    </message>
    <message>
        <source>&amp;Open project…</source>
        <translation>開啟項目…</translation>
    </message>
    <message>
        <source>&amp;Print evidence…</source>
        <translation>打印證據(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>結束</translation>
    </message>
    <message>
        <source>&amp;Read folders again</source>
        <translation>重新讀取資料夾</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>&amp;Save project as…</source>
        <translation>另存項目…</translation>
    </message>
    <message>
        <source>&amp;Set aside</source>
        <translation>撤下</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>100 %</source>
        <translation>100 %</translation>
    </message>
    <message>
        <source>100 % of each</source>
        <translation>各以 100 % 顯示</translation>
    </message>
    <message>
        <source>A stays</source>
        <translation>A 留下</translation>
    </message>
    <message>
        <source>Accept what the button states</source>
        <translation>按按鈕所示決定</translation>
    </message>
    <message>
        <source>Align as measured</source>
        <translation>回復自動對位</translation>
    </message>
    <message>
        <source>Align by hand</source>
        <translation>人手對位</translation>
    </message>
    <message>
        <source>Ask later</source>
        <translation>稍後再比較</translation>
    </message>
    <message>
        <source>Back to undecided</source>
        <translation>回到未決定</translation>
    </message>
    <message>
        <source>Back, without undo</source>
        <translation>返回上一組（不復原）</translation>
    </message>
    <message>
        <source>Copy SHA-256</source>
        <translation>複製 SHA-256</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>複製路徑</translation>
    </message>
    <message>
        <source>D stays</source>
        <translation>D 留下</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差異圖</translation>
    </message>
    <message>
        <source>Files beside it</source>
        <translation>同一資料夾的檔案</translation>
    </message>
    <message>
        <source>Filter the groups</source>
        <translation>篩選群組</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>配合視窗</translation>
    </message>
    <message>
        <source>Flip</source>
        <translation>閃動對照</translation>
    </message>
    <message>
        <source>Flip by itself</source>
        <translation>自動閃動</translation>
    </message>
    <message>
        <source>Flip once</source>
        <translation>閃動一次</translation>
    </message>
    <message>
        <source>Fold the facts</source>
        <translation>收起資料欄</translation>
    </message>
    <message>
        <source>Fold the overview</source>
        <translation>收起總覽圖</translation>
    </message>
    <message>
        <source>Fold the queue</source>
        <translation>收起群組清單</translation>
    </message>
    <message>
        <source>Fold the strip</source>
        <translation>收起縮圖列</translation>
    </message>
    <message>
        <source>Go to a group by number or id</source>
        <translation>按編號或識別碼前往群組</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>並列網格</translation>
    </message>
    <message>
        <source>Group as &amp;evidence…</source>
        <translation>本組證據(&amp;E)…</translation>
    </message>
    <message>
        <source>Image 1</source>
        <translation>第 1 張影像</translation>
    </message>
    <message>
        <source>Image 2</source>
        <translation>第 2 張影像</translation>
    </message>
    <message>
        <source>Image 3</source>
        <translation>第 3 張影像</translation>
    </message>
    <message>
        <source>Image 4</source>
        <translation>第 4 張影像</translation>
    </message>
    <message>
        <source>Image 5</source>
        <translation>第 5 張影像</translation>
    </message>
    <message>
        <source>Image 6</source>
        <translation>第 6 張影像</translation>
    </message>
    <message>
        <source>Image 7</source>
        <translation>第 7 張影像</translation>
    </message>
    <message>
        <source>Image 8</source>
        <translation>第 8 張影像</translation>
    </message>
    <message>
        <source>Image 9</source>
        <translation>第 9 張影像</translation>
    </message>
    <message>
        <source>Image above</source>
        <translation>上方的影像</translation>
    </message>
    <message>
        <source>Image below</source>
        <translation>下方的影像</translation>
    </message>
    <message>
        <source>Join groups</source>
        <translation>合併群組</translation>
    </message>
    <message>
        <source>Keep A, set D aside</source>
        <translation>保留 A，撤下 D</translation>
    </message>
    <message>
        <source>Keep D, set A aside</source>
        <translation>保留 D，撤下 A</translation>
    </message>
    <message>
        <source>L&amp;ess flashing</source>
        <translation>減少閃動(&amp;E)</translation>
    </message>
    <message>
        <source>Leave what is open</source>
        <translation>離開目前模式</translation>
    </message>
    <message>
        <source>Line back, less of D</source>
        <translation>線退後，D 較淡</translation>
    </message>
    <message>
        <source>Line on, more of D</source>
        <translation>線向前，D 較濃</translation>
    </message>
    <message>
        <source>Loupe</source>
        <translation>放大鏡</translation>
    </message>
    <message>
        <source>Make it the kept copy</source>
        <translation>定為主檔</translation>
    </message>
    <message>
        <source>Next bookmark</source>
        <translation>下一個書籤</translation>
    </message>
    <message>
        <source>Next change</source>
        <translation>下一處改動</translation>
    </message>
    <message>
        <source>Next fact that differs</source>
        <translation>下一項不同的資料</translation>
    </message>
    <message>
        <source>Next group</source>
        <translation>下一組</translation>
    </message>
    <message>
        <source>Next image</source>
        <translation>下一張影像</translation>
    </message>
    <message>
        <source>Next page of D alone</source>
        <translation>只翻 D 的下一頁</translation>
    </message>
    <message>
        <source>Next page of both</source>
        <translation>兩邊同翻下一頁</translation>
    </message>
    <message>
        <source>Not a duplicate</source>
        <translation>並非重複</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>備註</translation>
    </message>
    <message>
        <source>Nudge D down</source>
        <translation>D 微移向下</translation>
    </message>
    <message>
        <source>Nudge D far down</source>
        <translation>D 大步向下</translation>
    </message>
    <message>
        <source>Nudge D far left</source>
        <translation>D 大步向左</translation>
    </message>
    <message>
        <source>Nudge D far right</source>
        <translation>D 大步向右</translation>
    </message>
    <message>
        <source>Nudge D far up</source>
        <translation>D 大步向上</translation>
    </message>
    <message>
        <source>Nudge D left</source>
        <translation>D 微移向左</translation>
    </message>
    <message>
        <source>Nudge D right</source>
        <translation>D 微移向右</translation>
    </message>
    <message>
        <source>Nudge D up</source>
        <translation>D 微移向上</translation>
    </message>
    <message>
        <source>Open &amp;folder…</source>
        <translation>開啟資料夾…</translation>
    </message>
    <message>
        <source>Open with its program</source>
        <translation>以慣用程式開啟</translation>
    </message>
    <message>
        <source>Order the groups</source>
        <translation>排列群組</translation>
    </message>
    <message>
        <source>Overlay</source>
        <translation>疊圖對照</translation>
    </message>
    <message>
        <source>Pass to a second person</source>
        <translation>未能決定，轉交覆核</translation>
    </message>
    <message>
        <source>Previous bookmark</source>
        <translation>上一個書籤</translation>
    </message>
    <message>
        <source>Previous change</source>
        <translation>上一處改動</translation>
    </message>
    <message>
        <source>Previous group</source>
        <translation>上一組</translation>
    </message>
    <message>
        <source>Previous image</source>
        <translation>上一張影像</translation>
    </message>
    <message>
        <source>Previous page of D alone</source>
        <translation>只翻 D 的上一頁</translation>
    </message>
    <message>
        <source>Previous page of both</source>
        <translation>兩邊同翻上一頁</translation>
    </message>
    <message>
        <source>Re&amp;view</source>
        <translation>人手核對</translation>
    </message>
    <message>
        <source>Same quality</source>
        <translation>質素相同</translation>
    </message>
    <message>
        <source>Search names and captions</source>
        <translation>搜尋檔名及圖片說明</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>撤下</translation>
    </message>
    <message>
        <source>Set or remove a bookmark</source>
        <translation>加上或移除書籤</translation>
    </message>
    <message>
        <source>Show &amp;log folder</source>
        <translation>顯示日誌資料夾</translation>
    </message>
    <message>
        <source>Show &amp;new groups</source>
        <translation>顯示新的群組</translation>
    </message>
    <message>
        <source>Show in file manager</source>
        <translation>在檔案管理員中顯示</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>並排對照</translation>
    </message>
    <message>
        <source>Structure or tone</source>
        <translation>內容／色調</translation>
    </message>
    <message>
        <source>Take out of the group</source>
        <translation>移出群組</translation>
    </message>
    <message>
        <source>Version of another kind…</source>
        <translation>屬另一類版本…</translation>
    </message>
    <message>
        <source>Version: keep both</source>
        <translation>屬不同版本，全部保留</translation>
    </message>
    <message>
        <source>Winner stays</source>
        <translation>逐對比較，勝者留下</translation>
    </message>
    <message>
        <source>Wipe</source>
        <translation>拉幕對照</translation>
    </message>
    <message>
        <source>Wipe across or down</source>
        <translation>橫拉／直拉</translation>
    </message>
</context>
<context>
    <name>Amounts</name>
    <message>
        <source>about {count} h left</source>
        <translation>約餘 {count} 小時</translation>
    </message>
    <message>
        <source>about {count} min left</source>
        <translation>約餘 {count} 分鐘</translation>
    </message>
    <message>
        <source>time left: not known yet</source>
        <translation>剩餘時間：未能估計</translation>
    </message>
    <message>
        <source>under a minute left</source>
        <translation>餘下不足一分鐘</translation>
    </message>
</context>
<context>
    <name>Audit</name>
    <message>
        <source>ignored by rule</source>
        <translation>按規則略過</translation>
    </message>
    <message>
        <source>link, not followed</source>
        <translation>連結，不跟隨</translation>
    </message>
    <message>
        <source>no ordinary file</source>
        <translation>並非一般檔案</translation>
    </message>
    <message>
        <source>no permission to read</source>
        <translation>沒有讀取權限</translation>
    </message>
    <message>
        <source>not an image</source>
        <translation>並非影像</translation>
    </message>
    <message>
        <source>on another disk</source>
        <translation>位於另一磁碟</translation>
    </message>
</context>
<context>
    <name>AuditFigures</name>
    <message>
        <source>; the sum of the kinds below</source>
        <translation>；即下列各類之和</translation>
    </message>
    <message>
        <source>; {count} joined by hand</source>
        <translation>；{count} 組由人手合併</translation>
    </message>
    <message>
        <source>Freed now 0; when destroyed {size}.</source>
        <translation>現時釋放 0；銷毀後釋放 {size}。</translation>
    </message>
    <message>
        <source>Groups to review</source>
        <translation>待核對群組</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>影像</translation>
    </message>
    <message>
        <source>Redundant copies</source>
        <translation>多餘副本</translation>
    </message>
    <message>
        <source>Space they hold</source>
        <translation>所佔空間</translation>
    </message>
    <message>
        <source>in {count} folder</source>
        <translation>位於 {count} 個資料夾</translation>
    </message>
    <message>
        <source>in {count} folders</source>
        <translation>位於 {count} 個資料夾</translation>
    </message>
    <message>
        <source>in {count} group</source>
        <translation>分屬 {count} 組</translation>
    </message>
    <message>
        <source>in {count} groups</source>
        <translation>分屬 {count} 組</translation>
    </message>
    <message>
        <source>{done} of {all} decided</source>
        <translation>已決定 {done} 組，共 {all} 組</translation>
    </message>
    <message>
        <source>{gb} GB at HK${price} = HK${cost} a month.</source>
        <translation>{gb} GB，每 GB 每月 HK${price}，即每月 HK${cost}。</translation>
    </message>
</context>
<context>
    <name>AuditView</name>
    <message>
        <source>Counting…</source>
        <translation>正在點算…</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Export audit</source>
        <translation>匯出盤點</translation>
    </message>
    <message>
        <source>Export audit…</source>
        <translation>匯出盤點…</translation>
    </message>
    <message>
        <source>Start review</source>
        <translation>開始人手核對</translation>
    </message>
    <message>
        <source>Your price for 1 GB a month</source>
        <translation>你的每 GB 每月價格</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>未填</translation>
    </message>
</context>
<context>
    <name>AuditViewModel</name>
    <message>
        <source>Alike, but no proof that one is a copy of the other.</source>
        <translation>看似相同，但未能證明一張是另一張的副本。</translation>
    </message>
    <message>
        <source>Needs a person</source>
        <translation>待人手判斷</translation>
    </message>
    <message>
        <source>Pages of one form; their content differs.</source>
        <translation>同一表格的頁面，內容不同。</translation>
    </message>
    <message>
        <source>Passed over: {reasons}</source>
        <translation>略過：{reasons}</translation>
    </message>
    <message>
        <source>certain</source>
        <translation>確定</translation>
    </message>
    <message>
        <source>check</source>
        <translation>待核對</translation>
    </message>
    <message>
        <source>likely</source>
        <translation>很可能</translation>
    </message>
    <message>
        <source>project opened read-only</source>
        <translation>項目以唯讀方式開啟</translation>
    </message>
    <message>
        <source>reading changed nothing</source>
        <translation>讀取沒有改動任何檔案</translation>
    </message>
    <message>
        <source>{count} image read</source>
        <translation>已讀 {count} 張影像</translation>
    </message>
    <message>
        <source>{count} images read</source>
        <translation>已讀 {count} 張影像</translation>
    </message>
    <message>
        <source>{count} pair</source>
        <translation>{count} 對</translation>
    </message>
    <message>
        <source>{count} pairs</source>
        <translation>{count} 對</translation>
    </message>
    <message>
        <source>{count} unreadable</source>
        <translation>{count} 個無法讀取</translation>
    </message>
    <message>
        <source>{found} found = {read} read + {bad} unreadable + {over} passed over</source>
        <translation>找到 {found} = 已讀 {read} + 無法讀取 {bad} + 略過 {over}</translation>
    </message>
    <message>
        <source>{limited} compared at 8 bit or by their first page only; {blank} too plain to compare except by exact content.</source>
        <translation>{limited} 張只以 8 位元或首頁對照；{blank} 張過於空白，只按完全相同的內容對照。</translation>
    </message>
    <message>
        <source>{parts} = {total} copies</source>
        <translation>{parts} = {total} 個副本</translation>
    </message>
</context>
<context>
    <name>BugDialog</name>
    <message>
        <source>A fault in Dedup Desk</source>
        <translation>Dedup Desk 出現錯誤</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已複製</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>複製報告</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>繼續</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>報告</translation>
    </message>
    <message>
        <source>Something went wrong that is our mistake, not yours. What you decided is in the project file; nothing was moved by this. You can go on. The report below is also in the log in {folder}; please send it to us.</source>
        <translation>這是程式的錯誤，不是你的錯。你的決定已寫入項目檔；檔案沒有因此移動。你可以繼續工作。以下報告亦存於 {folder} 的日誌內，請傳送給我們。</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>Loading…</source>
        <translation>載入中…</translation>
    </message>
</context>
<context>
    <name>ChecksCard</name>
    <message>
        <source>Afterwards</source>
        <translation>之後</translation>
    </message>
    <message>
        <source>Before anything moves</source>
        <translation>移動之前</translation>
    </message>
    <message>
        <source>I take this on for this batch:</source>
        <translation>本批次由我承擔：</translation>
    </message>
    <message>
        <source>NOT CHECKED: no source (website, catalogue) is configured. Nobody knows what still points at these images.</source>
        <translation>未核對：沒有設定引用來源（網站、目錄）。無人知道有甚麼仍引用這些影像。</translation>
    </message>
    <message>
        <source>Name of the person who takes it on</source>
        <translation>承擔者姓名</translation>
    </message>
    <message>
        <source>References</source>
        <translation>引用</translation>
    </message>
    <message>
        <source>your name</source>
        <translation>你的姓名</translation>
    </message>
</context>
<context>
    <name>ChipButton</name>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>{left} undecided of {rows}</source>
        <translation>{rows} 組中 {left} 組未決定</translation>
    </message>
</context>
<context>
    <name>CompareTools</name>
    <message>
        <source>How much of D is seen</source>
        <translation>D 的顯示濃度</translation>
    </message>
    <message>
        <source>How much of D is seen: {less} less, {more} more</source>
        <translation>D 顯示多少：{less} 減少，{more} 增加</translation>
    </message>
</context>
<context>
    <name>CompareView</name>
    <message>
        <source>Picture {letter}</source>
        <translation>影像 {letter}</translation>
    </message>
    <message>
        <source>Pictures compared</source>
        <translation>對照中的影像</translation>
    </message>
</context>
<context>
    <name>ConfirmDialog</name>
    <message>
        <source>Both copies of each image are read again; one that changed, or whose kept copy is not there, stays where it is. The others move to quarantine on the same disk and can be put back. Nothing is destroyed.</source>
        <translation>每張影像的兩個副本都會重新讀取；已改動或主檔不在的，會留在原處。其餘移往同一磁碟的隔離區，可以還原。不會銷毀任何檔案。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>References: NOT CHECKED, acknowledged by {name}.</source>
        <translation>引用：未核對，由 {name} 承擔。</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>撤下</translation>
    </message>
    <message>
        <source>Set aside {count} image</source>
        <translation>撤下 {count} 張影像</translation>
    </message>
    <message>
        <source>Set aside {count} images</source>
        <translation>撤下 {count} 張影像</translation>
    </message>
    <message>
        <source>Set {count} image aside?</source>
        <translation>撤下 {count} 張影像？</translation>
    </message>
    <message>
        <source>Set {count} images aside?</source>
        <translation>撤下 {count} 張影像？</translation>
    </message>
</context>
<context>
    <name>DeepStrip</name>
    <message>
        <source>Also look for crops, borders and re-scans (deep pass)</source>
        <translation>同時尋找裁切、加框及另一掃描本（深入查找）</translation>
    </message>
    <message>
        <source>Progress of the deep pass</source>
        <translation>深入查找的進度</translation>
    </message>
</context>
<context>
    <name>DeepViewModel</name>
    <message>
        <source>The folders were not read again yet.</source>
        <translation>尚未重新讀取資料夾。</translation>
    </message>
    <message>
        <source>{count} image could not be looked through, because its stored preview cannot be used. Reading the folders again tries once more.</source>
        <translation>有 {count} 張影像未能深入查找，因為無法使用其已存預覽。重新讀取資料夾時會再試一次。</translation>
    </message>
    <message>
        <source>{count} image was looked through.</source>
        <translation>已深入查找 {count} 張影像。</translation>
    </message>
    <message>
        <source>{count} image was not looked through yet.</source>
        <translation>尚有 {count} 張影像未經深入查找。</translation>
    </message>
    <message>
        <source>{count} images could not be looked through, because their stored previews cannot be used. Reading the folders again tries once more.</source>
        <translation>有 {count} 張影像未能深入查找，因為無法使用其已存預覽。重新讀取資料夾時會再試一次。</translation>
    </message>
    <message>
        <source>{count} images were looked through.</source>
        <translation>已深入查找 {count} 張影像。</translation>
    </message>
    <message>
        <source>{count} images were not looked through yet.</source>
        <translation>尚有 {count} 張影像未經深入查找。</translation>
    </message>
    <message>
        <source>{count} too plain for it, compared as a whole.</source>
        <translation>{count} 張細節太少，只作整張對照。</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Align</source>
        <translation>對位</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>對照</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>決定</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>編輯</translation>
    </message>
    <message>
        <source>File</source>
        <translation>檔案</translation>
    </message>
    <message>
        <source>File of the picture in D</source>
        <translation>D 影像的檔案</translation>
    </message>
    <message>
        <source>More than two</source>
        <translation>多於兩張</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>移動</translation>
    </message>
    <message>
        <source>View</source>
        <translation>檢視</translation>
    </message>
</context>
<context>
    <name>DisplayMenus</name>
    <message>
        <source>&amp;Behind pictures</source>
        <translation>影像背景(&amp;B)</translation>
    </message>
    <message>
        <source>As sRGB</source>
        <translation>作 sRGB</translation>
    </message>
    <message>
        <source>As the theme</source>
        <translation>跟隨主題</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>黑色</translation>
    </message>
    <message>
        <source>CMYK without a profile: from a file…</source>
        <translation>無描述檔的 CMYK：取自檔案…</translation>
    </message>
    <message>
        <source>CMYK without a profile: plain formula</source>
        <translation>無描述檔的 CMYK：按簡單公式</translation>
    </message>
    <message>
        <source>CMYK without a profile: {name}…</source>
        <translation>無描述檔的 CMYK：{name}…</translation>
    </message>
    <message>
        <source>Colour profile of this screen</source>
        <translation>本屏幕的色彩描述檔</translation>
    </message>
    <message>
        <source>Colour profiles</source>
        <translation>色彩描述檔</translation>
    </message>
    <message>
        <source>Dark grey</source>
        <translation>深灰</translation>
    </message>
    <message>
        <source>Light grey</source>
        <translation>淺灰</translation>
    </message>
    <message>
        <source>Middle grey</source>
        <translation>中灰</translation>
    </message>
    <message>
        <source>On black</source>
        <translation>黑底</translation>
    </message>
    <message>
        <source>On checks</source>
        <translation>格子底</translation>
    </message>
    <message>
        <source>On grey</source>
        <translation>灰底</translation>
    </message>
    <message>
        <source>On white</source>
        <translation>白底</translation>
    </message>
    <message>
        <source>Profile of CMYK pictures that carry none</source>
        <translation>沒有描述檔的 CMYK 影像所用的描述檔</translation>
    </message>
    <message>
        <source>Screen &amp;colours</source>
        <translation>屏幕色彩(&amp;C)</translation>
    </message>
    <message>
        <source>Screen profile from a file…</source>
        <translation>由檔案載入屏幕描述檔…</translation>
    </message>
    <message>
        <source>Screen profile: {name}…</source>
        <translation>屏幕描述檔：{name}…</translation>
    </message>
    <message>
        <source>Trans&amp;parent parts</source>
        <translation>透明部分(&amp;P)</translation>
    </message>
    <message>
        <source>White</source>
        <translation>白色</translation>
    </message>
    <message>
        <source>{file} is no CMYK colour profile. Nothing was changed; choose the .icc or .icm file of the press or paper.</source>
        <translation>{file} 不是 CMYK 色彩描述檔。沒有更改任何東西；請選擇印刷機或紙張的 .icc 或 .icm 檔案。</translation>
    </message>
    <message>
        <source>{file} is no colour profile of a screen. Nothing was changed; choose an .icc or .icm file that the screen&apos;s calibration made.</source>
        <translation>{file} 不是屏幕的色彩描述檔，設定沒有改動。請選擇校正屏幕時製成的 .icc 或 .icm 檔案。</translation>
    </message>
</context>
<context>
    <name>DropZone</name>
    <message>
        <source>Drop a folder of pictures here</source>
        <translation>把影像資料夾拖放到這裏</translation>
    </message>
    <message>
        <source>It is read, never changed: copies and near-duplicates are found and laid side by side, and you decide. A project file (.ddesk) can be dropped as well.</source>
        <translation>程式只讀取、不改動：找出副本及近似副本，並排展示，由你決定。亦可拖放項目檔（.ddesk）。</translation>
    </message>
    <message>
        <source>Open folder…</source>
        <translation>開啟資料夾…</translation>
    </message>
    <message>
        <source>Open project…</source>
        <translation>開啟項目…</translation>
    </message>
</context>
<context>
    <name>EvidenceDialog</name>
    <message>
        <source>Evidence of this group</source>
        <translation>本組證據</translation>
    </message>
    <message>
        <source>No group is on the table: choose one in the review first.</source>
        <translation>現時沒有群組在核對：請先在人手核對選取一組。</translation>
    </message>
</context>
<context>
    <name>Exports</name>
    <message>
        <source>The audit was written to {file}.</source>
        <translation>盤點報告已寫入 {file}。</translation>
    </message>
    <message>
        <source>The evidence of group {group} is being made…</source>
        <translation>正在製作群組 {group} 的證據頁…</translation>
    </message>
    <message>
        <source>The evidence of group {group} was sent to the printer {printer}.</source>
        <translation>群組 {group} 的證據頁已傳送至打印機 {printer}。</translation>
    </message>
    <message>
        <source>The evidence of group {group} was written to {file}.</source>
        <translation>群組 {group} 的證據頁已寫入 {file}。</translation>
    </message>
    <message>
        <source>The receipt is on the clipboard.</source>
        <translation>收據已複製到剪貼簿。</translation>
    </message>
    <message>
        <source>The receipt was written to {file}.</source>
        <translation>收據已寫入 {file}。</translation>
    </message>
</context>
<context>
    <name>FactsView</name>
    <message>
        <source>Facts of A and D</source>
        <translation>A 與 D 的資料</translation>
    </message>
    <message>
        <source>Files beside A and D</source>
        <translation>A 與 D 旁邊的檔案</translation>
    </message>
    <message>
        <source>NOTHING IS PROPOSED</source>
        <translation>沒有建議</translation>
    </message>
    <message>
        <source>NOTHING IS PROPOSED ANY MORE</source>
        <translation>建議已不成立</translation>
    </message>
    <message>
        <source>WHY THIS ONE IS PROPOSED</source>
        <translation>建議原因</translation>
    </message>
</context>
<context>
    <name>FilesCard</name>
    <message>
        <source>Files</source>
        <translation>檔案</translation>
    </message>
    <message>
        <source>There is no image in these folders.</source>
        <translation>這些資料夾內沒有影像。</translation>
    </message>
    <message>
        <source>Unreadable file</source>
        <translation>無法讀取的檔案</translation>
    </message>
    <message>
        <source>Unreadable files</source>
        <translation>無法讀取的檔案</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>✓ Every image could be read.</source>
        <translation>✓ 所有影像均可讀取。</translation>
    </message>
</context>
<context>
    <name>FilesView</name>
    <message>
        <source>being read …</source>
        <translation>讀取中…</translation>
    </message>
    <message>
        <source>file {at} of {count} in its folder</source>
        <translation>資料夾內第 {at} 個檔案，共 {count} 個</translation>
    </message>
    <message>
        <source>the file is gone; its folder has {count} files</source>
        <translation>檔案已不在；資料夾內有 {count} 個檔案</translation>
    </message>
</context>
<context>
    <name>FilmstripView</name>
    <message>
        <source>Images of this group</source>
        <translation>本組影像</translation>
    </message>
</context>
<context>
    <name>FilterTag</name>
    <message>
        <source>Click to show the others again: {filter}</source>
        <translation>按一下以再次顯示其他群組：{filter}</translation>
    </message>
</context>
<context>
    <name>GridCellPane</name>
    <message>
        <source>Loading…</source>
        <translation>載入中…</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>(erased)</source>
        <translation>（已刪去）</translation>
    </message>
    <message>
        <source>Aligned by hand</source>
        <translation>人手對位</translation>
    </message>
    <message>
        <source>Alignment by hand taken back</source>
        <translation>已收回人手對位</translation>
    </message>
    <message>
        <source>Alignments by hand</source>
        <translation>人手對位</translation>
    </message>
    <message>
        <source>Approval refused</source>
        <translation>不獲批核</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>已批核</translation>
    </message>
    <message>
        <source>At any time</source>
        <translation>任何時間</translation>
    </message>
    <message>
        <source>At its place again: put back</source>
        <translation>已還原，現於原位</translation>
    </message>
    <message>
        <source>At its place: never moved by this program</source>
        <translation>在原位：從未由本軟件移動</translation>
    </message>
    <message>
        <source>Batch closed</source>
        <translation>批次完結</translation>
    </message>
    <message>
        <source>Bookmark removed</source>
        <translation>已移除書籤</translation>
    </message>
    <message>
        <source>Bookmark set</source>
        <translation>已加上書籤</translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation>書籤</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>已決定</translation>
    </message>
    <message>
        <source>Decided by a rule</source>
        <translation>按規則決定</translation>
    </message>
    <message>
        <source>Decision taken back</source>
        <translation>收回決定</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>決定</translation>
    </message>
    <message>
        <source>Every kind of event</source>
        <translation>所有事件</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>所有人員</translation>
    </message>
    <message>
        <source>Folder added or moved</source>
        <translation>加入或遷移資料夾</translation>
    </message>
    <message>
        <source>Groups joined</source>
        <translation>已合併群組</translation>
    </message>
    <message>
        <source>Interrupted on its way: recover first</source>
        <translation>移動中斷：請先修復</translation>
    </message>
    <message>
        <source>Join taken back</source>
        <translation>已收回合併</translation>
    </message>
    <message>
        <source>Joined groups</source>
        <translation>合併群組</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>過去 24 小時</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>過去 30 日</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>過去 7 日</translation>
    </message>
    <message>
        <source>Legal hold released</source>
        <translation>解除法律保留</translation>
    </message>
    <message>
        <source>Legal hold set</source>
        <translation>設定法律保留</translation>
    </message>
    <message>
        <source>Not put back</source>
        <translation>未還原</translation>
    </message>
    <message>
        <source>Not set aside</source>
        <translation>未撤下</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>備註</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>備註</translation>
    </message>
    <message>
        <source>Other events</source>
        <translation>其他事件</translation>
    </message>
    <message>
        <source>Personal text erased</source>
        <translation>刪去個人資料</translation>
    </message>
    <message>
        <source>Plan fixed</source>
        <translation>計劃定案</translation>
    </message>
    <message>
        <source>Project and settings</source>
        <translation>項目與設定</translation>
    </message>
    <message>
        <source>Project brought to a newer form</source>
        <translation>項目更新為新格式</translation>
    </message>
    <message>
        <source>Project made</source>
        <translation>建立項目</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>已還原</translation>
    </message>
    <message>
        <source>Putting back announced</source>
        <translation>預告還原</translation>
    </message>
    <message>
        <source>Read-only audit</source>
        <translation>盤點（只讀）</translation>
    </message>
    <message>
        <source>Reading and audit</source>
        <translation>讀取與盤點</translation>
    </message>
    <message>
        <source>Reading began</source>
        <translation>開始讀取</translation>
    </message>
    <message>
        <source>Reading finished</source>
        <translation>讀取完成</translation>
    </message>
    <message>
        <source>Rule overridden</source>
        <translation>推翻規則</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>已撤下</translation>
    </message>
    <message>
        <source>Set aside and put back</source>
        <translation>撤下與還原</translation>
    </message>
    <message>
        <source>Set aside: {path}</source>
        <translation>已撤下：{path}</translation>
    </message>
    <message>
        <source>Set aside; the path in quarantine was erased</source>
        <translation>已撤下；隔離區內的路徑已刪去</translation>
    </message>
    <message>
        <source>Setting aside announced</source>
        <translation>預告撤下</translation>
    </message>
    <message>
        <source>Setting changed</source>
        <translation>更改設定</translation>
    </message>
    <message>
        <source>Settled after an interruption</source>
        <translation>中斷後已處理妥當</translation>
    </message>
    <message>
        <source>Two projects joined</source>
        <translation>合併兩個項目</translation>
    </message>
    <message>
        <source>Work began</source>
        <translation>開始工作</translation>
    </message>
    <message>
        <source>content {digest}</source>
        <translation>內容 {digest}</translation>
    </message>
    <message>
        <source>found</source>
        <translation>找到</translation>
    </message>
    <message>
        <source>groups</source>
        <translation>群組</translation>
    </message>
    <message>
        <source>kept copy</source>
        <translation>主檔</translation>
    </message>
    <message>
        <source>looked through for parts</source>
        <translation>深入查找</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>已移動</translation>
    </message>
    <message>
        <source>not a duplicate</source>
        <translation>並非重複</translation>
    </message>
    <message>
        <source>not moved</source>
        <translation>未移動</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>未處理到</translation>
    </message>
    <message>
        <source>passed over</source>
        <translation>略過</translation>
    </message>
    <message>
        <source>passed to a second person</source>
        <translation>轉交覆核</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>計劃</translation>
    </message>
    <message>
        <source>read</source>
        <translation>已讀</translation>
    </message>
    <message>
        <source>rule: {rule}</source>
        <translation>規則：{rule}</translation>
    </message>
    <message>
        <source>same quality</source>
        <translation>質素相同</translation>
    </message>
    <message>
        <source>set aside</source>
        <translation>撤下</translation>
    </message>
    <message>
        <source>to read</source>
        <translation>待讀</translation>
    </message>
    <message>
        <source>unreadable</source>
        <translation>無法讀取</translation>
    </message>
    <message>
        <source>version: keep both</source>
        <translation>屬不同版本，全部保留</translation>
    </message>
    <message>
        <source>{files} (group {group})</source>
        <translation>{files}（群組 {group}）</translation>
    </message>
    <message>
        <source>{files} and {count} more</source>
        <translation>{files} 及另外 {count} 個</translation>
    </message>
    <message>
        <source>“{note}”</source>
        <translation>「{note}」</translation>
    </message>
</context>
<context>
    <name>HistoryActsBar</name>
    <message>
        <source>Choose an entry to take it back.</source>
        <translation>選擇一項紀錄，即可收回。</translation>
    </message>
    <message>
        <source>It can be taken back. That is an entry of its own, with your name and your reason.</source>
        <translation>可以收回。收回會另成一項紀錄，寫明你的姓名及原因。</translation>
    </message>
    <message>
        <source>Take this back…</source>
        <translation>收回此項…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>Undo: {act}</source>
        <translation>復原：{act}</translation>
    </message>
</context>
<context>
    <name>HistoryView</name>
    <message>
        <source>About</source>
        <translation>內容</translation>
    </message>
    <message>
        <source>By whom</source>
        <translation>由誰</translation>
    </message>
    <message>
        <source>Clear the field</source>
        <translation>清空欄位</translation>
    </message>
    <message>
        <source>Copy receipt</source>
        <translation>複製收據</translation>
    </message>
    <message>
        <source>Decision history</source>
        <translation>決定紀錄冊</translation>
    </message>
    <message>
        <source>Hash</source>
        <translation>雜湊值</translation>
    </message>
    <message>
        <source>Kept in its stead</source>
        <translation>代之保留的檔案</translation>
    </message>
    <message>
        <source>No path held these words; the entries below say them otherwise.</source>
        <translation>沒有路徑含有這些字詞；以下紀錄在別處提及。</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>編號</translation>
    </message>
    <message>
        <source>Nothing in it is ever changed: taking something back is an event of its own. Names are self-declared; each line carries the beginning of its hash.</source>
        <translation>紀錄永不更改：收回決定亦是一項新紀錄。姓名為自行申報；每行附雜湊值的開首部分。</translation>
    </message>
    <message>
        <source>One sheet with the number of entries and the hash of the history as it is now. Kept elsewhere, it tells later whether anything was removed.</source>
        <translation>一頁收據，載明紀錄冊此刻的項數與雜湊值。另行保存，日後可知有否紀錄遭移除。</translation>
    </message>
    <message>
        <source>Path as it was</source>
        <translation>原有路徑</translation>
    </message>
    <message>
        <source>Save receipt</source>
        <translation>儲存收據</translation>
    </message>
    <message>
        <source>Save receipt…</source>
        <translation>儲存收據…</translation>
    </message>
    <message>
        <source>Search files by an old path</source>
        <translation>按舊路徑搜尋檔案</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>正在搜尋…</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字檔</translation>
    </message>
    <message>
        <source>The history names no file whose path held these words: nothing was decided about it and nothing was moved from there.</source>
        <translation>紀錄冊內沒有路徑含這些字的檔案：本軟件未曾就它作出決定，亦未從該處移走任何檔案。</translation>
    </message>
    <message>
        <source>What</source>
        <translation>事項</translation>
    </message>
    <message>
        <source>What kind</source>
        <translation>何種事件</translation>
    </message>
    <message>
        <source>When</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Where is it now? Part of an old path, or of a note</source>
        <translation>現時在哪裏？輸入舊路徑或備註的一部分</translation>
    </message>
    <message>
        <source>Where it is now</source>
        <translation>現在位置</translation>
    </message>
    <message>
        <source>Where the files are now</source>
        <translation>檔案的現在位置</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>人員</translation>
    </message>
    <message>
        <source>{count} event, newest first.</source>
        <translation>共 {count} 項，最新在前。</translation>
    </message>
    <message>
        <source>{count} events, newest first.</source>
        <translation>共 {count} 項，最新在前。</translation>
    </message>
    <message>
        <source>{count} file. What somebody moved by other means is not known here.</source>
        <translation>{count} 個檔案。以其他方式移動的檔案，紀錄冊無從得知。</translation>
    </message>
    <message>
        <source>{count} files. What somebody moved by other means is not known here.</source>
        <translation>{count} 個檔案。以其他方式移動的檔案，紀錄冊無從得知。</translation>
    </message>
    <message>
        <source>{shown} of {total} events shown</source>
        <translation>顯示 {total} 項事件中的 {shown} 項</translation>
    </message>
</context>
<context>
    <name>IndexingView</name>
    <message>
        <source>Go on</source>
        <translation>繼續</translation>
    </message>
    <message>
        <source>Go on reading</source>
        <translation>繼續讀取</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暫停</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>進度</translation>
    </message>
    <message>
        <source>Show what is known so far</source>
        <translation>顯示目前所知</translation>
    </message>
    <message>
        <source>Stop, keep what is read</source>
        <translation>停止，保留已讀部分</translation>
    </message>
</context>
<context>
    <name>IndexingViewModel</name>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暫停</translation>
    </message>
    <message>
        <source>Reading could not go on</source>
        <translation>讀取無法繼續</translation>
    </message>
    <message>
        <source>Reading goes on from here next time: only what is missing is read. The numbers below the audit tab count what is known so far.</source>
        <translation>下次由此繼續：只讀取未讀部分。盤點頁的數字只計目前所知。</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>正在開始…</translation>
    </message>
    <message>
        <source>Stopped. What was read so far is kept.</source>
        <translation>已停止。已讀部分會保留。</translation>
    </message>
    <message>
        <source>Stopping after the files in hand…</source>
        <translation>處理完手上的檔案便停止…</translation>
    </message>
    <message>
        <source>The folders are only read. Nothing in them is changed, moved or written.</source>
        <translation>資料夾只會讀取，不會改動、移動或寫入任何檔案。</translation>
    </message>
</context>
<context>
    <name>JoinDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Do these two show the same picture?</source>
        <translation>這兩組是同一影像嗎？</translation>
    </message>
    <message>
        <source>Join groups</source>
        <translation>合併群組</translation>
    </message>
    <message>
        <source>Note about the join</source>
        <translation>合併備註</translation>
    </message>
    <message>
        <source>They become one group. It is joined by hand: nothing measured says so, so no rule proposes anything from the one to the other. Undo parts them again.</source>
        <translation>兩組會併為一組，並註明是人手合併：量度結果沒有這樣說，因此規則不會跨越兩組提出建議。復原即可再次分開。</translation>
    </message>
    <message>
        <source>Why, or who says so (may stay empty)</source>
        <translation>原因，或由誰指出（可留空）</translation>
    </message>
    <message>
        <source>group of {count} image</source>
        <translation>群組有 {count} 張影像</translation>
    </message>
    <message>
        <source>group of {count} images</source>
        <translation>群組有 {count} 張影像</translation>
    </message>
</context>
<context>
    <name>KeyButton</name>
    <message>
        <source>Press a key …</source>
        <translation>請按一個鍵…</translation>
    </message>
</context>
<context>
    <name>KeyEditor</name>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>操作及其按鍵</translation>
    </message>
    <message>
        <source>All as in the set</source>
        <translation>全部回復本組設定</translation>
    </message>
    <message>
        <source>As in the set</source>
        <translation>回復本組設定</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Change keys</source>
        <translation>更改按鍵</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>說明</translation>
    </message>
    <message>
        <source>Keep these keys</source>
        <translation>採用這些按鍵</translation>
    </message>
    <message>
        <source>Key set</source>
        <translation>按鍵組合</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按鍵</translation>
    </message>
    <message>
        <source>One key less</source>
        <translation>減一個鍵</translation>
    </message>
    <message>
        <source>One more key</source>
        <translation>加一個鍵</translation>
    </message>
    <message>
        <source>Other key</source>
        <translation>換另一個鍵</translation>
    </message>
    <message>
        <source>Swap the two keys</source>
        <translation>對調兩個按鍵</translation>
    </message>
    <message>
        <source>What stands in the way</source>
        <translation>未能採用的原因</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>A bare letter acts on the review desk only; here it needs Ctrl or a function key.</source>
        <translation>單一字母只在核對畫面有效；這裏需配合 Ctrl 或使用功能鍵。</translation>
    </message>
    <message>
        <source>Alt with a letter opens a menu.</source>
        <translation>Alt 加字母用來開啟選單。</translation>
    </message>
    <message>
        <source>AntiDupl</source>
        <translation>AntiDupl</translation>
    </message>
    <message>
        <source>Dedup Desk</source>
        <translation>Dedup Desk</translation>
    </message>
    <message>
        <source>Delete is kept free: on it, it would look as if a file were removed.</source>
        <translation>Delete 鍵留空不用，以免令人以為會移除檔案。</translation>
    </message>
    <message>
        <source>Enter does what its button states, and nothing else.</source>
        <translation>Enter 只執行其按鈕所寫的事，別無他用。</translation>
    </message>
    <message>
        <source>Esc leaves what is open.</source>
        <translation>Esc 用來離開目前模式。</translation>
    </message>
    <message>
        <source>It needs a key: everything on the review desk can be done without a mouse.</source>
        <translation>它需要一個按鍵：核對畫面的一切都可不用滑鼠完成。</translation>
    </message>
    <message>
        <source>Lightroom</source>
        <translation>Lightroom</translation>
    </message>
    <message>
        <source>Space never decides; it may only go on.</source>
        <translation>空白鍵從不作決定，只可用來前往下一項。</translation>
    </message>
    <message>
        <source>Tab moves the focus; only looking may have it.</source>
        <translation>Tab 鍵用來移動焦點，只可用於檢視操作。</translation>
    </message>
    <message>
        <source>This key belongs to the desktop.</source>
        <translation>這個按鍵屬於桌面系統。</translation>
    </message>
    <message>
        <source>This key works on text.</source>
        <translation>這個按鍵用於文字。</translation>
    </message>
    <message>
        <source>This letter is the name of a pane.</source>
        <translation>這個字母是窗格的名稱。</translation>
    </message>
    <message>
        <source>{key} is its key already.</source>
        <translation>{key} 已是它的按鍵。</translation>
    </message>
    <message>
        <source>{key} is the key of &quot;{action}&quot;. A key means one thing only.</source>
        <translation>{key} 是「{action}」的按鍵。一個按鍵只有一個用途。</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Change keys…</source>
        <translation>更改按鍵…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Key set: {name}</source>
        <translation>按鍵組合：{name}</translation>
    </message>
    <message>
        <source>Key set: {name}, {count} changed</source>
        <translation>按鍵組合：{name}，已更改 {count} 項</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷鍵</translation>
    </message>
    <message>
        <source>Space never decides. Enter does what its button states. No key removes a file: setting aside is a step of its own, and what it moved can be put back.</source>
        <translation>空白鍵永不作決定。Enter 只做按鈕所示的事。沒有按鍵會移除檔案：撤下是另一步驟，撤下的可以還原。</translation>
    </message>
</context>
<context>
    <name>KindMenu</name>
    <message>
        <source>Kind of version</source>
        <translation>版本類別</translation>
    </message>
</context>
<context>
    <name>KindsCard</name>
    <message>
        <source>Beside them, counted nowhere above</source>
        <translation>另外列出，不計入上列數字</translation>
    </message>
    <message>
        <source>No redundant copies were found.</source>
        <translation>沒有找到多餘副本。</translation>
    </message>
    <message>
        <source>What they are</source>
        <translation>副本種類</translation>
    </message>
    <message>
        <source>decided in batches</source>
        <translation>分批決定</translation>
    </message>
    <message>
        <source>decided one by one</source>
        <translation>逐一決定</translation>
    </message>
    <message>
        <source>proved, decided by rule</source>
        <translation>已證實，按規則決定</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Add folder to project</source>
        <translation>加入資料夾到項目</translation>
    </message>
    <message>
        <source>Dedup Desk projects</source>
        <translation>Dedup Desk 項目</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>開啟資料夾</translation>
    </message>
    <message>
        <source>Open project</source>
        <translation>開啟項目</translation>
    </message>
    <message>
        <source>Save project as</source>
        <translation>另存項目</translation>
    </message>
    <message>
        <source>The log is in {folder}.</source>
        <translation>日誌位於 {folder}。</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;Edit</source>
        <translation>編輯(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>檔案(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>說明(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>語言(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主題(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>檢視(&amp;V)</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>跟隨桌面</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高對比</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>淺色</translation>
    </message>
    <message>
        <source>{action}: {act}</source>
        <translation>{action}：{act}</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>  {kind}: {copies} ({size})</source>
        <translation>  {kind}：{copies}（{size}）</translation>
    </message>
    <message>
        <source>(erased)</source>
        <translation>（已刪去）</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>1 changed area (from {levels} grey levels on)</source>
        <translation>1 處改動（由 {levels} 級灰階起計）</translation>
    </message>
    <message>
        <source>4:1:1, a quarter of the colour</source>
        <translation>4:1:1，色彩餘四分之一</translation>
    </message>
    <message>
        <source>4:2:0, a quarter of the colour</source>
        <translation>4:2:0，色彩餘四分之一</translation>
    </message>
    <message>
        <source>4:2:2, half the colour</source>
        <translation>4:2:2，色彩餘一半</translation>
    </message>
    <message>
        <source>4:4:0, half the colour</source>
        <translation>4:4:0，色彩餘一半</translation>
    </message>
    <message>
        <source>4:4:4, all colour</source>
        <translation>4:4:4，色彩完整</translation>
    </message>
    <message>
        <source>= equal, ≠ differs, a letter: only that image has it, !: it would be lost with it.</source>
        <translation>= 相同；≠ 不同；字母：只有該影像才有；!：會隨該影像失去。</translation>
    </message>
    <message>
        <source>A above the line, D below</source>
        <translation>線上方是 A，下方是 D</translation>
    </message>
    <message>
        <source>A bookmark is not taken back here: go to its group on the review screen and press its key.</source>
        <translation>書籤不在此收回：請到核對畫面的該群組，按書籤鍵。</translation>
    </message>
    <message>
        <source>A bookmark is set here.</source>
        <translation>已在此加上書籤。</translation>
    </message>
    <message>
        <source>A checkpoint in the quarantine {quarantine} cannot be read. Keep it as it is.</source>
        <translation>隔離區 {quarantine} 內有一個檢查點無法讀取。請保持原狀。</translation>
    </message>
    <message>
        <source>A left of the line, D right</source>
        <translation>線左方是 A，右方是 D</translation>
    </message>
    <message>
        <source>A move is not taken back here: put the file back on the screen Set aside; that is an entry of its own.</source>
        <translation>移動不在此收回：請在「撤下」畫面還原檔案；還原會另成一項紀錄。</translation>
    </message>
    <message>
        <source>A move of {file} was interrupted and is not settled. Recover the project.</source>
        <translation>{file} 的移動曾經中斷，尚未處理。請先處理項目中斷的操作。</translation>
    </message>
    <message>
        <source>A person decides: {doubts}</source>
        <translation>待人手判斷：{doubts}</translation>
    </message>
    <message>
        <source>A person said that these show the same picture; nothing was measured between the two. Ctrl+L aligns them by hand.</source>
        <translation>有人指出這是同一影像；兩者之間沒有量度結果。按 Ctrl+L 可人手對位。</translation>
    </message>
    <message>
        <source>A round: which of the two stays? It decides nothing by itself.</source>
        <translation>逐對比較：兩張之中哪一張留下？此步本身不作任何決定。</translation>
    </message>
    <message>
        <source>A tie: by every keeping rule {count} copies are equally good. Please choose.</source>
        <translation>不分高下：按所有保留準則，{count} 個副本同樣好。請你選擇。</translation>
    </message>
    <message>
        <source>Accept proposal</source>
        <translation>接受建議</translation>
    </message>
    <message>
        <source>Aligned by hand</source>
        <translation>人手對位</translation>
    </message>
    <message>
        <source>Aligned to {error} px</source>
        <translation>已對位，誤差 {error} 像素</translation>
    </message>
    <message>
        <source>Aligning by hand: click thing {number} in {letter}</source>
        <translation>人手對位：請在 {letter} 點選第 {number} 個相同之處</translation>
    </message>
    <message>
        <source>Aligning by hand: click thing {number} in {letter}, or Ctrl+L: two are enough (not where mirrored)</source>
        <translation>人手對位：請在 {letter} 點選第 {number} 個相同之處；或按 Ctrl+L，以兩處為準（左右反轉則不可）</translation>
    </message>
    <message>
        <source>Alignment by hand</source>
        <translation>人手對位</translation>
    </message>
    <message>
        <source>Alignment by hand taken back</source>
        <translation>已收回人手對位</translation>
    </message>
    <message>
        <source>All others lie on it</source>
        <translation>其餘影像均對位於其上</translation>
    </message>
    <message>
        <source>All {count} images of the group, laid on A; they zoom and move as one</source>
        <translation>群組全部 {count} 張影像，均對位於 A 之上；縮放及移動時一同進行</translation>
    </message>
    <message>
        <source>An interrupted move of {file} cannot be settled yet: {cause}. Nothing was touched. Make the collection and its quarantine accessible; it is settled at the next start.</source>
        <translation>{file} 中斷的移動暫時未能處理：{cause}。沒有觸動任何檔案。請令收藏及其隔離區可以存取；下次啟動時會處理。</translation>
    </message>
    <message>
        <source>An interrupted move of {file} is not settled: its folder or the quarantine {quarantine} is not there. Nothing was touched; connect the disk or open the folder, then recover.</source>
        <translation>{file} 中斷的移動尚未處理：其資料夾或隔離區 {quarantine} 不在。沒有觸動任何檔案；請接上磁碟或開啟資料夾，再處理中斷的操作。</translation>
    </message>
    <message>
        <source>Another file has taken the place of {file} since it was reviewed. It was left where it is. Index the folder again and decide anew.</source>
        <translation>核對之後，另一個檔案取代了 {file}。它留在原處。請重新讀取資料夾，再作決定。</translation>
    </message>
    <message>
        <source>Another scan</source>
        <translation>另一掃描本</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>已有決定</translation>
    </message>
    <message>
        <source>Area changed</source>
        <translation>局部改動</translation>
    </message>
    <message>
        <source>As aligned by hand, {shown}. Nothing was measured between the two.</source>
        <translation>按人手對位，{shown}。兩者之間沒有量度結果。</translation>
    </message>
    <message>
        <source>Back to the measured alignment</source>
        <translation>回到量度的對位</translation>
    </message>
    <message>
        <source>Back to undecided</source>
        <translation>回到未決定</translation>
    </message>
    <message>
        <source>Being read</source>
        <translation>讀取中</translation>
    </message>
    <message>
        <source>Black and white</source>
        <translation>轉黑白</translation>
    </message>
    <message>
        <source>Bookmarked</source>
        <translation>有書籤</translation>
    </message>
    <message>
        <source>Border or caption added</source>
        <translation>加上邊框或文字</translation>
    </message>
    <message>
        <source>By rule, its preview approved: {rule}</source>
        <translation>按準則決定，預覽已獲同意：{rule}</translation>
    </message>
    <message>
        <source>By the clock of the camera or scanner</source>
        <translation>按相機或掃描器的時鐘</translation>
    </message>
    <message>
        <source>By the keeping rules {name}, version {version}, as they stand when this is made:</source>
        <translation>按製作本頁時的保留準則 {name}（第 {version} 版）：</translation>
    </message>
    <message>
        <source>Byline</source>
        <translation>攝影</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>位元組</translation>
    </message>
    <message>
        <source>CMYK</source>
        <translation>CMYK</translation>
    </message>
    <message>
        <source>CMYK without a profile: colours by the plain formula</source>
        <translation>CMYK 無描述檔：按簡單公式顯示</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>相機</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>圖片說明</translation>
    </message>
    <message>
        <source>Captured</source>
        <translation>拍攝時間</translation>
    </message>
    <message>
        <source>Captured by</source>
        <translation>拍攝時間來源</translation>
    </message>
    <message>
        <source>Changed since: decide again</source>
        <translation>其後已改動：請再決定</translation>
    </message>
    <message>
        <source>Changed tone, position or content</source>
        <translation>調色、轉向或內容有改動</translation>
    </message>
    <message>
        <source>Check of the chain</source>
        <translation>核對雜湊鏈</translation>
    </message>
    <message>
        <source>Checked: the hashes of {events} entries of the decision history; the bytes of {quarantined} images in quarantine and of {kept} kept copies ({size} read); size and time of {indexed} indexed files. Disagreements: {findings}.</source>
        <translation>已核實：決定紀錄冊 {events} 項的雜湊值；隔離區 {quarantined} 張影像及 {kept} 個主檔的檔案內容（共讀 {size}）；{indexed} 個已編索引檔案的大小及時間。不符：{findings}。</translation>
    </message>
    <message>
        <source>Checking pixels of pictures of equal size</source>
        <translation>核對相同尺寸影像的像素</translation>
    </message>
    <message>
        <source>Coding</source>
        <translation>編碼方式</translation>
    </message>
    <message>
        <source>Collection</source>
        <translation>館藏</translation>
    </message>
    <message>
        <source>Colour corrected</source>
        <translation>調色</translation>
    </message>
    <message>
        <source>Companion file</source>
        <translation>附屬檔</translation>
    </message>
    <message>
        <source>Compared</source>
        <translation>對照</translation>
    </message>
    <message>
        <source>Compared at 8 bits or by page 1 only</source>
        <translation>只以 8 位元或首頁對照</translation>
    </message>
    <message>
        <source>Compared now in the round</source>
        <translation>正在逐對比較</translation>
    </message>
    <message>
        <source>Compared with each other</source>
        <translation>其他影像互相對照</translation>
    </message>
    <message>
        <source>Comparing pictures</source>
        <translation>對照影像</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>對照中…</translation>
    </message>
    <message>
        <source>Compression</source>
        <translation>壓縮</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>內容</translation>
    </message>
    <message>
        <source>Counted in the editing history that the file carries</source>
        <translation>按檔案所載的編輯紀錄計算</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>圖片來源</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>裁切</translation>
    </message>
    <message>
        <source>Crops and borders</source>
        <translation>裁切及邊框</translation>
    </message>
    <message>
        <source>D as light as A</source>
        <translation>D 與 A 明暗相同</translation>
    </message>
    <message>
        <source>D at {share} % over A</source>
        <translation>D 以 {share} % 疊在 A 上</translation>
    </message>
    <message>
        <source>D is turned and too large to be turned at full pixels; side by side shows them.</source>
        <translation>D 經旋轉而檔案太大，無法以全部像素旋轉；並排檢視則可看到。</translation>
    </message>
    <message>
        <source>D {levels} levels darker</source>
        <translation>D 暗 {levels} 級</translation>
    </message>
    <message>
        <source>D {levels} levels lighter</source>
        <translation>D 亮 {levels} 級</translation>
    </message>
    <message>
        <source>Dated</source>
        <translation>影像日期</translation>
    </message>
    <message>
        <source>Dated by</source>
        <translation>影像日期來源</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>已決定</translation>
    </message>
    <message>
        <source>Decided and saved: {counts}.</source>
        <translation>已決定並儲存：{counts}。</translation>
    </message>
    <message>
        <source>Decided: each of the {all} images has its decision.</source>
        <translation>已決定：{all} 張影像均有決定。</translation>
    </message>
    <message>
        <source>Decided: {verdict}</source>
        <translation>決定：{verdict}</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>決定</translation>
    </message>
    <message>
        <source>Decision history</source>
        <translation>決定紀錄冊</translation>
    </message>
    <message>
        <source>Decision taken back</source>
        <translation>收回決定</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>決定</translation>
    </message>
    <message>
        <source>Decisions and moves</source>
        <translation>決定及移動</translation>
    </message>
    <message>
        <source>Differs</source>
        <translation>不同</translation>
    </message>
    <message>
        <source>Differs everywhere ({percent} % of it, from {levels} grey levels on)</source>
        <translation>處處不同（{percent} %，由 {levels} 級灰階起計）</translation>
    </message>
    <message>
        <source>Doc. no.</source>
        <translation>文書編號</translation>
    </message>
    <message>
        <source>Drawing pictures</source>
        <translation>正在繪製影像</translation>
    </message>
    <message>
        <source>Drawn into {folder}, {size}: {originals} pictures and {copies} copies of them, {unreadable} unreadable files, {companions} companion files, {others} other files.</source>
        <translation>已繪製到 {folder}，共 {size}：{originals} 張影像及其 {copies} 個副本、{unreadable} 個無法讀取的檔案、{companions} 個附屬檔、{others} 個其他檔案。</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>紀錄項數</translation>
    </message>
    <message>
        <source>Entry {number} of chain {chain}</source>
        <translation>鏈 {chain} 第 {number} 項</translation>
    </message>
    <message>
        <source>Equal</source>
        <translation>相同</translation>
    </message>
    <message>
        <source>Estimated from the file&apos;s compression tables</source>
        <translation>按檔案的壓縮表估計</translation>
    </message>
    <message>
        <source>Every byte is the same.</source>
        <translation>每個位元組都相同。</translation>
    </message>
    <message>
        <source>Every copy is marked as killed or embargoed; none is proposed to be kept.</source>
        <translation>所有副本均標示為停用或禁發；不建議保留任何一個。</translation>
    </message>
    <message>
        <source>Every group shown has its answer.</source>
        <translation>所列群組均已決定。</translation>
    </message>
    <message>
        <source>Every pixel is the same; format or metadata differ.</source>
        <translation>每個像素都相同；格式或元數據不同。</translation>
    </message>
    <message>
        <source>Evidence is about one group: give --group ID with it, and with no other report. Nothing was written.</source>
        <translation>證據頁只關於一個群組：請同時指定 --group ID，其他報告則不可指定。沒有寫入任何東西。</translation>
    </message>
    <message>
        <source>Evidence of group {group}</source>
        <translation>群組 {group} 的證據</translation>
    </message>
    <message>
        <source>Exported by</source>
        <translation>匯出人</translation>
    </message>
    <message>
        <source>Fact</source>
        <translation>資料</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>資料</translation>
    </message>
    <message>
        <source>File</source>
        <translation>檔案</translation>
    </message>
    <message>
        <source>Files found</source>
        <translation>找到的檔案</translation>
    </message>
    <message>
        <source>Finding details in pictures</source>
        <translation>找出影像中的細節</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>資料夾</translation>
    </message>
    <message>
        <source>Folder and below</source>
        <translation>資料夾及其子資料夾</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>資料夾</translation>
    </message>
    <message>
        <source>For {count} pictures the search for parts could not be made: the files of the index could not be read. What was found is kept; check the disk of {folder}, then go on.</source>
        <translation>有 {count} 張影像未能查找局部：索引的檔案無法讀取。已找到的均已保留；請檢查 {folder} 所在的磁碟，再繼續。</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Forming groups</source>
        <translation>正在組成群組</translation>
    </message>
    <message>
        <source>GPS</source>
        <translation>GPS 位置</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>群組</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>群組</translation>
    </message>
    <message>
        <source>Hard links</source>
        <translation>硬連結</translation>
    </message>
    <message>
        <source>Hash</source>
        <translation>雜湊值</translation>
    </message>
    <message>
        <source>Hash of the whole history</source>
        <translation>整本紀錄冊的雜湊值</translation>
    </message>
    <message>
        <source>Headline</source>
        <translation>標題</translation>
    </message>
    <message>
        <source>How certain</source>
        <translation>確定程度</translation>
    </message>
    <message>
        <source>Identical file</source>
        <translation>檔案完全相同</translation>
    </message>
    <message>
        <source>Identical files</source>
        <translation>檔案完全相同</translation>
    </message>
    <message>
        <source>Identifier</source>
        <translation>識別碼</translation>
    </message>
    <message>
        <source>Identity of the project</source>
        <translation>項目識別碼</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>影像</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>影像</translation>
    </message>
    <message>
        <source>Images in groups</source>
        <translation>群組內的影像</translation>
    </message>
    <message>
        <source>Images too plain to compare</source>
        <translation>過於空白、無法對照的影像</translation>
    </message>
    <message>
        <source>In its folder</source>
        <translation>資料夾內</translation>
    </message>
    <message>
        <source>Instructions</source>
        <translation>特別指示</translation>
    </message>
    <message>
        <source>Interrupted moves looked at: {settled}; taken in from quarantine: {adopted}. Something stays open, see above; nothing is lost by waiting.</source>
        <translation>已檢視中斷的移動：{settled}；由隔離區納入：{adopted}。仍有未處理的，見上；等待不會損失任何東西。</translation>
    </message>
    <message>
        <source>Interrupted moves of an earlier run: {count}.</source>
        <translation>早前中斷的移動：{count}。</translation>
    </message>
    <message>
        <source>Interrupted moves settled: {settled}; taken in from quarantine: {adopted}. Nothing is open.</source>
        <translation>已處理中斷的移動：{settled}；由隔離區納入：{adopted}。沒有未處理的。</translation>
    </message>
    <message>
        <source>It carries the most facts: caption, credit, rights ...</source>
        <translation>它的資料最多：圖片說明、圖片來源、版權……</translation>
    </message>
    <message>
        <source>It changed while it was being read.</source>
        <translation>讀取途中檔案已改動。</translation>
    </message>
    <message>
        <source>It could not be opened ({error}).</source>
        <translation>無法開啟（{error}）。</translation>
    </message>
    <message>
        <source>It does not prove who somebody is: names in the history are self-declared. Below is the last entry of each chain, as the program reads it.</source>
        <translation>本收據不能證明任何人的身分：紀錄冊內的姓名均為自行申報。以下是各鏈的最後一項，供程式讀取。</translation>
    </message>
    <message>
        <source>It has a companion file.</source>
        <translation>它有附屬檔。</translation>
    </message>
    <message>
        <source>It has its colours, and nothing was added to it.</source>
        <translation>它保有色彩，而且沒有加上任何東西。</translation>
    </message>
    <message>
        <source>It has no page {page}.</source>
        <translation>沒有第 {page} 頁。</translation>
    </message>
    <message>
        <source>It has the most levels: {bits} bits a sample.</source>
        <translation>它的色階最多：每樣本 {bits} 位元。</translation>
    </message>
    <message>
        <source>It has the most pixels: {width} x {height}.</source>
        <translation>它的像素最多：{width} x {height}。</translation>
    </message>
    <message>
        <source>It is a TIFF of a variety that cannot be read: {samples} samples a pixel, {bits} bits each.</source>
        <translation>此 TIFF 屬本程式不能讀取的類別：每像素 {samples} 個樣本，每個 {bits} 位元。</translation>
    </message>
    <message>
        <source>It is not an ordinary file any more.</source>
        <translation>它已不是一般檔案。</translation>
    </message>
    <message>
        <source>It is stored without loss ({format}).</source>
        <translation>它以無損方式儲存（{format}）。</translation>
    </message>
    <message>
        <source>It is the least compressed: {size} in the file.</source>
        <translation>它的壓縮最少：檔案內佔 {size}。</translation>
    </message>
    <message>
        <source>It is too large: it claims more than {limit} megapixels.</source>
        <translation>檔案太大：聲稱超過 {limit} 百萬像素。</translation>
    </message>
    <message>
        <source>It is too large: {size}; the limit is {limit}.</source>
        <translation>檔案太大：{size}；上限為 {limit}。</translation>
    </message>
    <message>
        <source>It is too large: {width} x {height} pixels; the limit is {limit} megapixels.</source>
        <translation>檔案太大：{width} x {height} 像素；上限為 {limit} 百萬像素。</translation>
    </message>
    <message>
        <source>It lies nearest to the top of the collection.</source>
        <translation>它最接近收藏的頂層。</translation>
    </message>
    <message>
        <source>It shows the most of the picture.</source>
        <translation>它的畫面最完整。</translation>
    </message>
    <message>
        <source>It was joined by hand: a person decides.</source>
        <translation>它是人手合併的：由人決定。</translation>
    </message>
    <message>
        <source>It was proposed to keep {file}; that stands no more, because another copy was made the kept one.</source>
        <translation>原本建議保留 {file}；因為已改為保留另一副本，這項建議已不成立。</translation>
    </message>
    <message>
        <source>It was proposed to keep {file}; that stands no more, because it has another answer.</source>
        <translation>原本建議保留 {file}；因為已對它另作決定，這項建議已不成立。</translation>
    </message>
    <message>
        <source>Item no.</source>
        <translation>藏品編號</translation>
    </message>
    <message>
        <source>Its content is not a picture of any kind this program knows.</source>
        <translation>內容並非本程式認識的任何一種影像。</translation>
    </message>
    <message>
        <source>Its file is the oldest.</source>
        <translation>它的檔案最舊。</translation>
    </message>
    <message>
        <source>Its name has no mark of a copy: {name}.</source>
        <translation>檔名沒有副本標記：{name}。</translation>
    </message>
    <message>
        <source>JPEG quality about {quality}</source>
        <translation>JPEG 質素約 {quality}</translation>
    </message>
    <message>
        <source>Join by hand taken back</source>
        <translation>已收回人手合併</translation>
    </message>
    <message>
        <source>Join groups</source>
        <translation>合併群組</translation>
    </message>
    <message>
        <source>Joined by hand</source>
        <translation>人手合併</translation>
    </message>
    <message>
        <source>Joined by hand: they show the same picture</source>
        <translation>人手合併：兩者是同一影像</translation>
    </message>
    <message>
        <source>Joined only through another image</source>
        <translation>只經另一影像相連</translation>
    </message>
    <message>
        <source>Joined only through {file}</source>
        <translation>只透過 {file} 加入</translation>
    </message>
    <message>
        <source>Keep (proposed)</source>
        <translation>保留（建議）</translation>
    </message>
    <message>
        <source>Keep A</source>
        <translation>保留 A</translation>
    </message>
    <message>
        <source>Keep D</source>
        <translation>保留 D</translation>
    </message>
    <message>
        <source>Keep {file}</source>
        <translation>保留 {file}</translation>
    </message>
    <message>
        <source>Keep {kept}, set aside {rest}.</source>
        <translation>保留 {kept}，撤下 {rest}。</translation>
    </message>
    <message>
        <source>Keep {kept}, set aside {retired}</source>
        <translation>保留 {kept}，撤下 {retired}</translation>
    </message>
    <message>
        <source>Keep {kept}, set aside {retired}, leave {rest} undecided</source>
        <translation>保留 {kept}，撤下 {retired}，餘下 {rest} 未決定</translation>
    </message>
    <message>
        <source>Kept copy</source>
        <translation>主檔</translation>
    </message>
    <message>
        <source>Keywords</source>
        <translation>關鍵字</translation>
    </message>
    <message>
        <source>Kind shown: {relation}</source>
        <translation>當時顯示的關係類別：{relation}</translation>
    </message>
    <message>
        <source>Kinds, statements and the proposal are worked out by a program; dates are as the files carry them. Only what stands under the decisions was decided by a person.</source>
        <translation>關係類別、說明及建議由程式得出；日期以檔案所載為準。只有列於決定之下的才是由人決定。</translation>
    </message>
    <message>
        <source>Laid out alike, but not the same thing</source>
        <translation>佈局相近，但並非同一事物</translation>
    </message>
    <message>
        <source>Laid out alike, but not the same thing: one place differs</source>
        <translation>佈局相近，但並非同一事物：一處不同</translation>
    </message>
    <message>
        <source>Laid out alike, but not the same thing: {count} places differ</source>
        <translation>佈局相近，但並非同一事物：{count} 處不同</translation>
    </message>
    <message>
        <source>Largest first</source>
        <translation>由大至小</translation>
    </message>
    <message>
        <source>Least certain first</source>
        <translation>最不確定者先</translation>
    </message>
    <message>
        <source>Left the round</source>
        <translation>已退出逐對比較</translation>
    </message>
    <message>
        <source>Line {number}: path_b64 is not base64. Nothing was decided; correct the line.</source>
        <translation>第 {number} 行：path_b64 並非 base64。沒有作出決定；請改正該行。</translation>
    </message>
    <message>
        <source>Line {number}: {path} cannot be set aside, because no other copy of its group is kept. Nothing was decided; give one copy of the group the verdict `canonical` in the list.</source>
        <translation>第 {number} 行：{path} 不能撤下，因為同組沒有保留其他副本。沒有作出決定；請在清單內把同組其中一個副本定為 `canonical`。</translation>
    </message>
    <message>
        <source>Line {number}: {path} is in several folders of this project ({labels}). Nothing was decided; add a column label that says which.</source>
        <translation>第 {number} 行：{path} 見於本項目多個資料夾（{labels}）。沒有作出決定；請加上 label 欄指明是哪一個。</translation>
    </message>
    <message>
        <source>Line {number}: {path} is not an image this project knows. Nothing was decided; correct the line.</source>
        <translation>第 {number} 行：{path} 並非本項目所知的影像。沒有作出決定；請改正該行。</translation>
    </message>
    <message>
        <source>Line {number}: {word} is no kind of version. Nothing was decided; use one of {words}.</source>
        <translation>第 {number} 行：{word} 並非版本類別。沒有作出決定；請用 {words} 其中之一。</translation>
    </message>
    <message>
        <source>Line {number}: {word} is no verdict. Nothing was decided; use one of {words}.</source>
        <translation>第 {number} 行：{word} 並非決定用詞。沒有作出決定；請用 {words} 其中之一。</translation>
    </message>
    <message>
        <source>Lines {first} and {number} decide differently about {path}. Nothing was decided; keep one of them.</source>
        <translation>第 {first} 行與第 {number} 行對 {path} 的決定不同。沒有作出決定；請只保留其中一行。</translation>
    </message>
    <message>
        <source>Looked through for crops and parts</source>
        <translation>已查找裁切及局部的影像</translation>
    </message>
    <message>
        <source>Looking for parts of pictures</source>
        <translation>尋找影像的局部</translation>
    </message>
    <message>
        <source>Looking for pictures that are alike</source>
        <translation>尋找相似的影像</translation>
    </message>
    <message>
        <source>Looking through the folders</source>
        <translation>正在查看資料夾</translation>
    </message>
    <message>
        <source>Made at</source>
        <translation>製作時間</translation>
    </message>
    <message>
        <source>Make kept copy</source>
        <translation>定為主檔</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>標記</translation>
    </message>
    <message>
        <source>Megapixels</source>
        <translation>百萬像素</translation>
    </message>
    <message>
        <source>Mirrored</source>
        <translation>左右反轉</translation>
    </message>
    <message>
        <source>Modified</source>
        <translation>修改時間</translation>
    </message>
    <message>
        <source>Moved to quarantine</source>
        <translation>已移往隔離區</translation>
    </message>
    <message>
        <source>Needs a person</source>
        <translation>待人手判斷</translation>
    </message>
    <message>
        <source>Negative</source>
        <translation>底片（負像）</translation>
    </message>
    <message>
        <source>Neither has a caption, credit or rights that the other lacks.</source>
        <translation>圖片說明、來源及版權資料，兩者都沒有獨有的。</translation>
    </message>
    <message>
        <source>Neither has it</source>
        <translation>兩者皆無</translation>
    </message>
    <message>
        <source>Neither has:</source>
        <translation>兩者均無：</translation>
    </message>
    <message>
        <source>No change found (from {levels} grey levels on)</source>
        <translation>找不到改動（由 {levels} 級灰階起計）</translation>
    </message>
    <message>
        <source>No comparison found that; nothing is measured.</source>
        <translation>並無比對得出此結果，亦無任何量度數據。</translation>
    </message>
    <message>
        <source>No difference of pictures that are not aligned; Ctrl+L aligns them by hand</source>
        <translation>未對位的影像無法顯示差異；按 Ctrl+L 可人手對位</translation>
    </message>
    <message>
        <source>No difference without both pictures</source>
        <translation>欠缺其中一張影像，無法顯示差異</translation>
    </message>
    <message>
        <source>No file manager answered on this desktop. The file lies here: {file}</source>
        <translation>此桌面沒有檔案管理員回應。檔案位於：{file}</translation>
    </message>
    <message>
        <source>No file of the batch {batch} is in quarantine. Nothing was moved; look at the list of batches for its name.</source>
        <translation>隔離區內沒有批次 {batch} 的檔案。沒有移動任何檔案；請在批次清單查看名稱。</translation>
    </message>
    <message>
        <source>No group was looked at before this one.</source>
        <translation>之前沒有看過其他群組。</translation>
    </message>
    <message>
        <source>No other group shown has a bookmark.</source>
        <translation>顯示中的其他群組均沒有書籤。</translation>
    </message>
    <message>
        <source>No picture of the difference: one of the two is not there or not aligned.</source>
        <translation>沒有差異圖：其中一張影像無法顯示，或未能對位。</translation>
    </message>
    <message>
        <source>No picture: the file cannot be shown.</source>
        <translation>沒有影像：檔案無法顯示。</translation>
    </message>
    <message>
        <source>No report is written in {language}. Nothing was written; choose one of {languages}.</source>
        <translation>沒有以 {language} 編寫的報告。沒有寫入任何東西；請選擇 {languages} 之一。</translation>
    </message>
    <message>
        <source>No round was begun: fewer than two images of this group are still in it.</source>
        <translation>未能開始逐對比較：這一組餘下可比較的影像不足兩張。</translation>
    </message>
    <message>
        <source>Nobody else is waiting: only these two are left.</source>
        <translation>沒有其他影像等候：只餘下這兩張。</translation>
    </message>
    <message>
        <source>Nobody has decided anything about these images.</source>
        <translation>未有人就這些影像作出任何決定。</translation>
    </message>
    <message>
        <source>Not a duplicate</source>
        <translation>並非重複</translation>
    </message>
    <message>
        <source>Not aligned</source>
        <translation>未對位</translation>
    </message>
    <message>
        <source>Not aligned: D lies on A by its width alone; Ctrl+L aligns them by hand</source>
        <translation>未對位：D 只按闊度疊在 A 上；按 Ctrl+L 可人手對位</translation>
    </message>
    <message>
        <source>Not aligned: fitted by width</source>
        <translation>未對位：按闊度配合</translation>
    </message>
    <message>
        <source>Not aligned: nothing in common was found on page {a} and page {d}</source>
        <translation>未對位：第 {a} 頁與第 {d} 頁找不到相同之處</translation>
    </message>
    <message>
        <source>Not aligned: page {a} and page {d} could not be compared</source>
        <translation>未對位：第 {a} 頁與第 {d} 頁無法對照</translation>
    </message>
    <message>
        <source>Not aligned: too little is on page {a} or page {d} to compare them</source>
        <translation>未對位：第 {a} 頁或第 {d} 頁過於空白，無從對照</translation>
    </message>
    <message>
        <source>Not full pixels but 1/{by} along each edge: at full size this file takes more memory than a picture may.</source>
        <translation>並非全部像素，每邊只有 1/{by}：以原大讀取此檔案所需的記憶體超出一張影像的上限。</translation>
    </message>
    <message>
        <source>Not moved</source>
        <translation>沒有移動</translation>
    </message>
    <message>
        <source>Not put back</source>
        <translation>未還原</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>備註</translation>
    </message>
    <message>
        <source>Nothing can be set aside from {folder} into {quarantine}: that is another disk, and this program moves without copying. Choose a quarantine folder on the same disk.</source>
        <translation>不能由 {folder} 撤下到 {quarantine}：那是另一磁碟，而本程式只移動、不複製。請選擇同一磁碟的隔離區。</translation>
    </message>
    <message>
        <source>Nothing can be set aside from {folder} now: it cannot be reached. Connect the disk; what was decided is kept.</source>
        <translation>現時不能由 {folder} 撤下：無法存取。請接上磁碟；已作的決定會保留。</translation>
    </message>
    <message>
        <source>Nothing can be set aside from {folder}: it is read-only. Reviewing and reports work; to set copies aside, open it where it can be written.</source>
        <translation>不能由 {folder} 撤下：它是唯讀的。核對及報告仍可進行；要撤下副本，請在可寫入的地方開啟。</translation>
    </message>
    <message>
        <source>Nothing can be set aside from {folder}: this account may not write in {above}. Ask for permission, or choose a quarantine folder of your own on the same disk.</source>
        <translation>不能由 {folder} 撤下：此帳戶不可寫入 {above}。請要求權限，或在同一磁碟另選自己的隔離區。</translation>
    </message>
    <message>
        <source>Nothing can be set aside into {quarantine}: it lies inside the collection {folder}. Choose a folder outside it, on the same disk.</source>
        <translation>不能撤下到 {quarantine}：它位於收藏 {folder} 之內。請在同一磁碟選擇收藏以外的資料夾。</translation>
    </message>
    <message>
        <source>Nothing is proposed: a person decides.</source>
        <translation>沒有建議：由人決定。</translation>
    </message>
    <message>
        <source>Nothing is proposed: decide with a key</source>
        <translation>沒有建議：請用按鍵決定</translation>
    </message>
    <message>
        <source>Nothing left to accept here</source>
        <translation>這裏沒有可接受的建議</translation>
    </message>
    <message>
        <source>Nothing to align: both files hold the same bytes, so they lie on each other.</source>
        <translation>無須對位：兩個檔案的內容逐位元組相同，影像自然重合。</translation>
    </message>
    <message>
        <source>Nothing was changed: these pictures were not aligned by hand.</source>
        <translation>未有改動：這一對影像並非由人手對位。</translation>
    </message>
    <message>
        <source>Nothing was decided: a step needs at least one file, and one answer for each. Nothing was written.</source>
        <translation>沒有作出決定：一步最少要有一個檔案，每個一個答案。沒有寫入任何東西。</translation>
    </message>
    <message>
        <source>Nothing was decided: nothing is proposed here that is still undecided.</source>
        <translation>沒有作出決定：這裏未決定的影像沒有建議。</translation>
    </message>
    <message>
        <source>Nothing was decided: {file} cannot be shown now. Answer when you can see it, or pass it to a second person.</source>
        <translation>沒有作出決定：現時無法顯示 {file}。待你看得見影像時再決定，或轉交另一人覆核。</translation>
    </message>
    <message>
        <source>Nothing was decided: {file} stayed to the end and is the kept copy already. Esc leaves the round.</source>
        <translation>沒有作出決定：{file} 留到最後，並已是主檔。按 Esc 離開逐對比較。</translation>
    </message>
    <message>
        <source>Nothing was done: a round is on. Say which of the two stays, or leave the round with Esc.</source>
        <translation>未有動作：逐對比較正在進行。請選出兩張之中哪一張留下，或按 Esc 離開。</translation>
    </message>
    <message>
        <source>Nothing was done: no round is on.</source>
        <translation>未有動作：沒有進行中的逐對比較。</translation>
    </message>
    <message>
        <source>Nothing was done: the folder of {root} is not known on this machine, so {file} cannot be found. Tell the project where {root} is.</source>
        <translation>沒有執行：這部電腦不知道 {root} 的資料夾在哪裏，因此找不到 {file}。請告訴項目 {root} 的位置。</translation>
    </message>
    <message>
        <source>Nothing was joined: the two are in one group already.</source>
        <translation>沒有合併：兩者已在同一群組。</translation>
    </message>
    <message>
        <source>Nothing was joined: {one} and {other} were called not duplicates. Take that answer back first (Y), then join the groups.</source>
        <translation>沒有合併：{one} 與 {other} 曾判為並非重複。請先撤回該判斷（Y），再合併群組。</translation>
    </message>
    <message>
        <source>Nothing was moved: nobody has checked whether web pages or catalogues refer to these images. Confirm with your name that they may move all the same, then start again.</source>
        <translation>沒有移動任何檔案：未有人核對網頁或目錄有否引用這些影像。請以你的姓名確認仍可移動，然後再開始。</translation>
    </message>
    <message>
        <source>Nothing was moved: only page 1 of each is aligned by hand, because that is kept with the pair. Turn back to it first.</source>
        <translation>未有移動：人手對位會與這一對影像一併保存，所以只可用於雙方的首頁。請先翻回首頁。</translation>
    </message>
    <message>
        <source>Nothing was moved: these pictures are not aligned. Align them by hand first (Ctrl+L).</source>
        <translation>未有移動：這一對影像尚未對位。請先人手對位（Ctrl+L）。</translation>
    </message>
    <message>
        <source>Nothing was moved: {path} is already being moved, is in quarantine, or is the kept copy of an image in quarantine. Put that image back first, or take this one out of the plan.</source>
        <translation>沒有移動任何檔案：{path} 正在移動、已在隔離區，或是隔離區內影像的主檔。請先還原該影像，或把這一個移出計劃。</translation>
    </message>
    <message>
        <source>Nothing was opened: the folder of {root} ({folder}) cannot be reached, and {file} lies in it. Its answers are kept. Connect its drive, then try again.</source>
        <translation>沒有開啟：無法存取 {root} 的資料夾（{folder}），而 {file} 在其中。已作的答案會保留。請接上磁碟後再試。</translation>
    </message>
    <message>
        <source>Nothing was opened: {file} cannot be reached ({reason}). Its answers are kept. If it was moved or renamed, read the folders again.</source>
        <translation>沒有開啟：無法存取 {file}（{reason}）。已作的答案會保留。如檔案曾移動或改名，請重新讀取資料夾。</translation>
    </message>
    <message>
        <source>Number {number}, id {id}</source>
        <translation>第 {number} 號，識別碼 {id}</translation>
    </message>
    <message>
        <source>Of them joined by hand</source>
        <translation>其中人手合併</translation>
    </message>
    <message>
        <source>One label cannot stand for {count} folders. Nothing was done; index them one by one, each with its own --label.</source>
        <translation>一個標籤不能代表 {count} 個資料夾。沒有進行任何操作；請逐一建立索引，各用自己的 --label。</translation>
    </message>
    <message>
        <source>Only A has it</source>
        <translation>只有 A 有</translation>
    </message>
    <message>
        <source>Only D has it</source>
        <translation>只有 D 有</translation>
    </message>
    <message>
        <source>Only {letter} has: {names}.</source>
        <translation>只有 {letter} 載有：{names}。</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>頁次</translation>
    </message>
    <message>
        <source>Page made</source>
        <translation>本頁製作時間</translation>
    </message>
    <message>
        <source>Page {a} and page {d} are being compared…</source>
        <translation>正在對照第 {a} 頁與第 {d} 頁…</translation>
    </message>
    <message>
        <source>Page {a} and page {d}: {statement}</source>
        <translation>第 {a} 頁與第 {d} 頁：{statement}</translation>
    </message>
    <message>
        <source>Page {page}: {reason} Other pages may still be shown.</source>
        <translation>第 {page} 頁：{reason}其他頁或仍可顯示。</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>頁數</translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation>成對影像</translation>
    </message>
    <message>
        <source>Pairs of one form, other content</source>
        <translation>版面相同、內容不同的成對影像</translation>
    </message>
    <message>
        <source>Pairs that need a person</source>
        <translation>待人手判斷的成對影像</translation>
    </message>
    <message>
        <source>Partly decided</source>
        <translation>部分已決定</translation>
    </message>
    <message>
        <source>Partly decided: {open} of {all} images have no decision.</source>
        <translation>部分已決定：{all} 張影像中 {open} 張未有決定。</translation>
    </message>
    <message>
        <source>Pass to a second person</source>
        <translation>轉交覆核</translation>
    </message>
    <message>
        <source>Passed to a second person</source>
        <translation>已轉交覆核</translation>
    </message>
    <message>
        <source>Passed to a second person: not decided until somebody answers.</source>
        <translation>已轉交覆核：有人回覆之前仍屬未決定。</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>路徑</translation>
    </message>
    <message>
        <source>Path, exact bytes (base64)</source>
        <translation>路徑位元組（base64）</translation>
    </message>
    <message>
        <source>Pictures of the kind {kind} are not read by this version.</source>
        <translation>此版本不讀取 {kind} 類影像。</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>像素</translation>
    </message>
    <message>
        <source>Pixels an inch, as the scanner or a program wrote</source>
        <translation>每吋像素，由掃描器或程式寫入</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地點</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>色彩描述檔</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>程式</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>Proposal</source>
        <translation>建議</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>已還原</translation>
    </message>
    <message>
        <source>Putting back</source>
        <translation>正在還原</translation>
    </message>
    <message>
        <source>Putting back announced</source>
        <translation>預告還原</translation>
    </message>
    <message>
        <source>RAW file</source>
        <translation>RAW 原檔</translation>
    </message>
    <message>
        <source>Read from EXIF, IPTC or XMP in the file</source>
        <translation>讀自檔案內的 EXIF、IPTC 或 XMP</translation>
    </message>
    <message>
        <source>Read from the companion file alone</source>
        <translation>只見於附屬檔</translation>
    </message>
    <message>
        <source>Read from the file itself</source>
        <translation>讀自檔案本身</translation>
    </message>
    <message>
        <source>Read from the folder</source>
        <translation>讀自資料夾</translation>
    </message>
    <message>
        <source>Read from what this project has seen</source>
        <translation>按本項目已讀取的檔案</translation>
    </message>
    <message>
        <source>Read-only audit: {name}</source>
        <translation>盤點（只讀）：{name}</translation>
    </message>
    <message>
        <source>Read-only: {entries} files and folders have the same size, times and identity as before.</source>
        <translation>只讀：{entries} 個檔案及資料夾的大小、時間及身分與之前相同。</translation>
    </message>
    <message>
        <source>Reading it failed inside the program: {error}.</source>
        <translation>程式內部讀取失敗：{error}。</translation>
    </message>
    <message>
        <source>Reading it needs more memory than a picture of its size may take.</source>
        <translation>讀取所需記憶體超出這種大小的影像應用的分量。</translation>
    </message>
    <message>
        <source>Reading it was stopped: it took more processor time than its size allows.</source>
        <translation>已停止讀取：所用處理器時間超出其大小應有的限度。</translation>
    </message>
    <message>
        <source>Reading it was stopped: no answer within {seconds} seconds.</source>
        <translation>已停止讀取：{seconds} 秒內沒有回應。</translation>
    </message>
    <message>
        <source>Reading it was stopped: the decoder answered with nonsense ({error}).</source>
        <translation>已停止讀取：解碼器的回應不合理（{error}）。</translation>
    </message>
    <message>
        <source>Reading pictures</source>
        <translation>正在讀取影像</translation>
    </message>
    <message>
        <source>Reading {name} takes far longer than a project of this program can. It was not changed; do not open it, and ask for it again.</source>
        <translation>讀取 {name} 所需時間遠超本程式的項目應有的時間。它沒有被改動；請勿開啟，並要求對方再提供一次。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Reason: {reason}</source>
        <translation>原因：{reason}</translation>
    </message>
    <message>
        <source>Receipt of the decision history</source>
        <translation>決定紀錄冊收據</translation>
    </message>
    <message>
        <source>Recompressed</source>
        <translation>重新壓縮</translation>
    </message>
    <message>
        <source>Recompressed or resized</source>
        <translation>重新壓縮或更改尺寸</translation>
    </message>
    <message>
        <source>Redundant copies</source>
        <translation>多餘副本</translation>
    </message>
    <message>
        <source>References: NOT CHECKED. By giving this command {person} (self-declared) takes that on themselves for this batch; it is written into every record.</source>
        <translation>引用：未核對。發出此指令即由 {person}（自行申報）為本批次承擔；每項紀錄均會寫明。</translation>
    </message>
    <message>
        <source>References: NOT CHECKED. {person} will be asked to take that on themselves.</source>
        <translation>引用：未核對。將請 {person} 承擔。</translation>
    </message>
    <message>
        <source>Rehearsal: {moved} of {planned} images would move ({size}, both copies read to the end), {failed} would not, {left} were not reached. Nothing was moved.</source>
        <translation>試行：{planned} 張影像中 {moved} 張會移動（{size}，兩個副本均已讀完），{failed} 張不會，{left} 張未處理到。沒有移動任何檔案。</translation>
    </message>
    <message>
        <source>Rehearsing</source>
        <translation>試行中</translation>
    </message>
    <message>
        <source>Resized</source>
        <translation>更改尺寸</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>解像度</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>版權</translation>
    </message>
    <message>
        <source>Rotated</source>
        <translation>旋轉</translation>
    </message>
    <message>
        <source>Round: {step} of {steps}</source>
        <translation>逐對比較：第 {step} 次，共 {steps} 次</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>列數</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>SHA-256 of the whole file, first 12 digits</source>
        <translation>整個檔案的 SHA-256，首 12 位</translation>
    </message>
    <message>
        <source>Same bytes</source>
        <translation>相同檔案</translation>
    </message>
    <message>
        <source>Same change together</source>
        <translation>相同改動排在一起</translation>
    </message>
    <message>
        <source>Same folder together</source>
        <translation>相同資料夾排在一起</translation>
    </message>
    <message>
        <source>Same form, other content</source>
        <translation>版面相同，內容不同</translation>
    </message>
    <message>
        <source>Same picture, other data</source>
        <translation>影像相同、資料不同</translation>
    </message>
    <message>
        <source>Same quality</source>
        <translation>質素相同</translation>
    </message>
    <message>
        <source>Sampling</source>
        <translation>色彩取樣</translation>
    </message>
    <message>
        <source>Savings</source>
        <translation>儲存次數</translation>
    </message>
    <message>
        <source>Say what to decide in one of three ways: --canonical PATH --retire PATH..., --from FILE.csv, or --proposals RELATION... Nothing was decided.</source>
        <translation>請用以下三種方式之一指明決定：--canonical PATH --retire PATH...、--from FILE.csv，或 --proposals RELATION...。沒有作出決定。</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>撤下</translation>
    </message>
    <message>
        <source>Set aside (proposed)</source>
        <translation>撤下（建議）</translation>
    </message>
    <message>
        <source>Setting aside</source>
        <translation>正在撤下</translation>
    </message>
    <message>
        <source>Setting aside announced</source>
        <translation>預告撤下</translation>
    </message>
    <message>
        <source>Settled after an interruption</source>
        <translation>中斷後已處理妥當</translation>
    </message>
    <message>
        <source>Show only</source>
        <translation>只顯示</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Size of the copies</source>
        <translation>副本大小</translation>
    </message>
    <message>
        <source>Software</source>
        <translation>軟件</translation>
    </message>
    <message>
        <source>Sorting the details</source>
        <translation>整理細節</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>原出處</translation>
    </message>
    <message>
        <source>Space of all images</source>
        <translation>全部影像所佔空間</translation>
    </message>
    <message>
        <source>Space they hold</source>
        <translation>所佔空間</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>Stayed to the end</source>
        <translation>留到最後</translation>
    </message>
    <message>
        <source>Stopped. What was finished is kept; the same command goes on from there.</source>
        <translation>已停止。已完成的會保留；再執行同一指令便由此繼續。</translation>
    </message>
    <message>
        <source>Stored preview, made when the file was read. {why}</source>
        <translation>讀取檔案時儲存的預覽。{why}</translation>
    </message>
    <message>
        <source>Structure, tones fitted: {found}</source>
        <translation>內容（已配合色調）：{found}</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>收回</translation>
    </message>
    <message>
        <source>Take join back</source>
        <translation>收回合併</translation>
    </message>
    <message>
        <source>Take out of the group</source>
        <translation>移出群組</translation>
    </message>
    <message>
        <source>The SHA-256 of {file} is on the clipboard.</source>
        <translation>{file} 的 SHA-256 已複製到剪貼簿。</translation>
    </message>
    <message>
        <source>The backup {backup} does not read back as the project. Nothing else was changed; check the disk, then try again.</source>
        <translation>備份 {backup} 讀回後與項目不符。其他一概沒有改動；請檢查磁碟，再試一次。</translation>
    </message>
    <message>
        <source>The bookmark is removed.</source>
        <translation>書籤已移除。</translation>
    </message>
    <message>
        <source>The chain shows whether an entry was changed after it was written. That nothing was left off at the end, only a hash of the whole that was written down elsewhere before can show.</source>
        <translation>雜湊鏈可顯示紀錄寫成後曾否更改。至於末尾有否被刪去，只有事前另行抄存的整本雜湊值才能證明。</translation>
    </message>
    <message>
        <source>The content of {file} was found neither at its place nor in the quarantine {quarantine}. Nothing was touched. Somebody moved or changed it after this program was interrupted: look for it there and in your backups; the step stays open until it is back.</source>
        <translation>{file} 的內容既不在原處，亦不在隔離區 {quarantine}。沒有觸動任何檔案。本程式中斷之後，有人移動或改動了它：請在該處及你的備份尋找；在找回之前，此步驟會保持未完成。</translation>
    </message>
    <message>
        <source>The copy proposed has another answer: use the keys</source>
        <translation>建議保留的副本已另有決定：請用按鍵</translation>
    </message>
    <message>
        <source>The decision history was changed after it was written ({kind}, chain {chain}, entry {seq}). Keep this file, compare it with its backups, and ask who changed it.</source>
        <translation>決定紀錄冊寫成之後曾被更改（{kind}，鏈 {chain}，第 {seq} 項）。請保留此檔案，與備份比對，並查問何人更改。</translation>
    </message>
    <message>
        <source>The decision was being carried out: {file} is on its way to or from quarantine. Recover first (the screen Set aside), then take the decision back.</source>
        <translation>決定正在執行：{file} 正移入或移出隔離區。請先在「撤下」畫面處理中斷的操作，再收回決定。</translation>
    </message>
    <message>
        <source>The decision was carried out: {file} is in quarantine. Put it back first (the screen Set aside), then take the decision back.</source>
        <translation>決定已執行：{file} 在隔離區。請先在「撤下」畫面還原，再收回決定。</translation>
    </message>
    <message>
        <source>The decoder answered with something that is no picture.</source>
        <translation>解碼器的回應並非影像。</translation>
    </message>
    <message>
        <source>The decoder crashed on it ({signal}).</source>
        <translation>解碼器因此檔案而中止（{signal}）。</translation>
    </message>
    <message>
        <source>The deep pass has ended and found no other groups.</source>
        <translation>深入查找已完成，沒有找到其他群組。</translation>
    </message>
    <message>
        <source>The deep pass has ended and found {found}. The queue stays as it is until you want to see them.</source>
        <translation>深入查找已完成，找到 {found}。在你選擇顯示之前，群組清單維持不變。</translation>
    </message>
    <message>
        <source>The difference could not be computed; the log has the details</source>
        <translation>未能計算差異；詳情見日誌</translation>
    </message>
    <message>
        <source>The disk that holds {name} is full. What was saved before is kept; the last change was not saved. Free some space there and do it again.</source>
        <translation>存放 {name} 的磁碟已滿。之前儲存的會保留；最後的改動未能儲存。請騰出空間，再做一次。</translation>
    </message>
    <message>
        <source>The disk that holds {name} reported an error. What was saved before is kept; the last change was not saved. Check the disk before you go on.</source>
        <translation>存放 {name} 的磁碟報告錯誤。之前儲存的會保留；最後的改動未能儲存。請先檢查磁碟再繼續。</translation>
    </message>
    <message>
        <source>The file could not be read for this page; the SHA-256 is that of the last reading.</source>
        <translation>製作本頁時無法讀取檔案；SHA-256 以上次讀取為準。</translation>
    </message>
    <message>
        <source>The file has changed since it was read into the project; index it again.</source>
        <translation>檔案在讀入項目之後已改動；請重新讀取。</translation>
    </message>
    <message>
        <source>The file is damaged, or of a variety of its kind that cannot be read.</source>
        <translation>檔案已損壞，或屬無法讀取的變種格式。</translation>
    </message>
    <message>
        <source>The file is damaged: its list of strips or tiles makes no sense.</source>
        <translation>檔案已損壞：分條或分塊的清單不合理。</translation>
    </message>
    <message>
        <source>The file is damaged: the end of the picture is missing.</source>
        <translation>檔案已損壞：影像的末段缺失。</translation>
    </message>
    <message>
        <source>The file is damaged: {error}.</source>
        <translation>檔案已損壞：{error}。</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>檔案是空的。</translation>
    </message>
    <message>
        <source>The file was read for this page and still has this SHA-256.</source>
        <translation>製作本頁時曾讀取檔案，其 SHA-256 與此相符。</translation>
    </message>
    <message>
        <source>The folder of {label} is not known on this machine (the project says {folder}). Index it again with --label to say where it is.</source>
        <translation>本機不知道 {label} 是哪個資料夾（項目記為 {folder}）。請以 --label 重新建立索引，指明它在哪裏。</translation>
    </message>
    <message>
        <source>The folder {folder} ({label}) cannot be reached. Nothing was forgotten: what is known of it stays. Connect the disk or correct the folder, then try again.</source>
        <translation>資料夾 {folder}（{label}）無法存取。沒有忘記任何資料：已知的會保留。請接上磁碟或更正資料夾，再試一次。</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be read ({error}). Nothing was changed; check that its disk is there and that you may open it.</source>
        <translation>資料夾 {folder} 無法讀取（{error}）。沒有改動任何東西；請檢查磁碟是否在，以及你有否權限開啟。</translation>
    </message>
    <message>
        <source>The folders were read again: {found}. The queue stays as it is until you want to see them.</source>
        <translation>已重新讀取資料夾：{found}。在你選擇顯示之前，群組清單維持不變。</translation>
    </message>
    <message>
        <source>The form is the same; what is written differs</source>
        <translation>表格相同；所寫內容不同</translation>
    </message>
    <message>
        <source>The form is the same; what is written differs in one place</source>
        <translation>表格相同；一處所寫內容不同</translation>
    </message>
    <message>
        <source>The form is the same; what is written differs in {count} places</source>
        <translation>表格相同；{count} 處所寫內容不同</translation>
    </message>
    <message>
        <source>The frame on {a} is what {b} shows: {shown} %. Cut: {left} % at left, {right} % at right, {top} % at top, {bottom} % at bottom.</source>
        <translation>{a} 上的框線是 {b} 所顯示的部分：{shown} %。裁去：左邊 {left} %，右邊 {right} %，上邊 {top} %，下邊 {bottom} %。</translation>
    </message>
    <message>
        <source>The group is no longer marked for joining.</source>
        <translation>此群組不再標記為待合併。</translation>
    </message>
    <message>
        <source>The groups are not laid out yet, so nothing can be taken back. Wait until the folders are read, then choose the entry again.</source>
        <translation>群組尚未備妥，暫時不能收回。請待資料夾讀取完畢，再選擇此項。</translation>
    </message>
    <message>
        <source>The groups stay joined: an answer about {file} compares it with {kept} of the other group. Take that answer back first.</source>
        <translation>群組維持合併：有一項關於 {file} 的決定是與另一組的 {kept} 比較而作出的。請先收回該決定。</translation>
    </message>
    <message>
        <source>The index {folder} cannot be written, and is not one that can be read as it is. Nothing was changed; copy the project to a folder that can be written, and index it there.</source>
        <translation>索引 {folder} 無法寫入，亦不能按現狀讀取。沒有改動任何檔案；請把項目複製到可寫入的資料夾，再在該處建立索引。</translation>
    </message>
    <message>
        <source>The index {folder} could not be written ({error}). What was finished before is kept; make room or mend the disk, then go on.</source>
        <translation>索引 {folder} 未能寫入（{error}）。此前完成的部分均已保留；請騰出空間或修復磁碟，再繼續。</translation>
    </message>
    <message>
        <source>The keeping rules prefer {letter}: {reason}</source>
        <translation>保留準則傾向 {letter}：{reason}</translation>
    </message>
    <message>
        <source>The label {label} already stands for {known}. Nothing was changed; give the folder {folder} another label.</source>
        <translation>標籤 {label} 已代表 {known}。沒有改動任何東西；請為資料夾 {folder} 另取標籤。</translation>
    </message>
    <message>
        <source>The loupe shows this large scan at {percent} % of its pixels; 100 % shows all of them.</source>
        <translation>放大鏡只顯示這幅大型掃描檔 {percent} % 的像素；以 100 % 檢視可見全部像素。</translation>
    </message>
    <message>
        <source>The move of {file} was interrupted and has been completed; nothing is lost.</source>
        <translation>{file} 的移動曾經中斷，現已完成；沒有任何損失。</translation>
    </message>
    <message>
        <source>The move of {file} was interrupted. It is where it was; nothing is lost.</source>
        <translation>{file} 的移動曾經中斷。它在原處；沒有任何損失。</translation>
    </message>
    <message>
        <source>The name is not UTF-8, so it cannot be copied as text: {file}. Its file:// address, which names the same file, is on the clipboard.</source>
        <translation>檔名並非 UTF-8，不能以文字複製：{file}。已把指向同一檔案的 file:// 位址複製到剪貼簿。</translation>
    </message>
    <message>
        <source>The names of persons are as they declared them; nobody checked them.</source>
        <translation>人名由本人自行申報，未經任何人核實。</translation>
    </message>
    <message>
        <source>The note was not kept: {file} has no answer yet. Answer first, then press ; again.</source>
        <translation>備註未能保留：{file} 尚未有答案。請先作答，再按 ; 鍵。</translation>
    </message>
    <message>
        <source>The page was not printed: the printer {printer} did not take it. Nothing was changed. See whether it is switched on, or write the page as a PDF file (Ctrl+E).</source>
        <translation>未有打印：打印機 {printer} 沒有接收此頁。沒有更改任何東西。請看打印機是否已開啟，或把此頁寫成 PDF 檔案（Ctrl+E）。</translation>
    </message>
    <message>
        <source>The part asked for lies outside the picture.</source>
        <translation>所要求的部分在影像之外。</translation>
    </message>
    <message>
        <source>The path is on the clipboard with characters that cannot be seen, such as a line break: {file}</source>
        <translation>路徑連同看不見的字元（例如換行）已複製到剪貼簿：{file}</translation>
    </message>
    <message>
        <source>The path is on the clipboard: {file}</source>
        <translation>路徑已複製到剪貼簿：{file}</translation>
    </message>
    <message>
        <source>The pictures are renderings at 8 bits of at most {edge} px an edge: they do not prove what the files hold. The files themselves, with the SHA-256 given, are the evidence.</source>
        <translation>本頁影像只是 8 位元、邊長最多 {edge} 像素的顯示本，不能證明檔案的內容。以所列 SHA-256 識別的檔案本身才是證據。</translation>
    </message>
    <message>
        <source>The process that read it answered with nonsense ({error}).</source>
        <translation>讀取它的程序回應不合理（{error}）。</translation>
    </message>
    <message>
        <source>The process that reads pictures could not be started ({error}).</source>
        <translation>無法啟動讀取影像的程序（{error}）。</translation>
    </message>
    <message>
        <source>The program is closing; it was not read.</source>
        <translation>程式正在結束；沒有讀取。</translation>
    </message>
    <message>
        <source>The quarantine {folder} cannot be used: {why}. Nothing was moved. Make the folder accessible or choose another one, then try again.</source>
        <translation>隔離區 {folder} 無法使用：{why}。沒有移動任何檔案。請令資料夾可以存取或另選一個，再試一次。</translation>
    </message>
    <message>
        <source>The quarantine {folder} is in use by {user} on {host} (process {process}). Nothing was moved. Wait until that run has ended, then try again.</source>
        <translation>隔離區 {folder} 正由 {host} 上的 {user} 使用（程序 {process}）。沒有移動任何檔案。請待該工作結束，再試一次。</translation>
    </message>
    <message>
        <source>The quarantine {folder} was written by a newer Dedup Desk. Nothing was moved. Update this program, then try again.</source>
        <translation>隔離區 {folder} 由較新的 Dedup Desk 寫成。沒有移動任何檔案。請更新本程式，再試一次。</translation>
    </message>
    <message>
        <source>The receipt {name} cannot be read ({error}). Nothing was compared with it; check its path.</source>
        <translation>無法讀取收據 {name}（{error}）。未與它作任何比對；請檢查路徑。</translation>
    </message>
    <message>
        <source>The receipt {name} names entry {seq} of chain {chain}, which the history does not hold any more as it was. Entries were removed or changed; keep this file and compare it with its backups.</source>
        <translation>收據 {name} 所載鏈 {chain} 第 {seq} 項，已不在紀錄冊內或與當時不同。有紀錄遭移除或更改；請保留本檔案，並與其備份比對。</translation>
    </message>
    <message>
        <source>The record beside {file} in quarantine differs from the project. Keep both, and ask who changed it.</source>
        <translation>隔離區內 {file} 旁的替代紀錄與項目不符。請兩者都保留，並查問何人更改。</translation>
    </message>
    <message>
        <source>The record {file} cannot be believed ({why}). Keep it; the project file holds the same facts.</source>
        <translation>紀錄 {file} 不可信（{why}）。請保留；項目檔載有同樣的資料。</translation>
    </message>
    <message>
        <source>The report is in {file}.</source>
        <translation>報告位於 {file}。</translation>
    </message>
    <message>
        <source>The round has its winner: Enter makes it the kept copy, Esc leaves the round.</source>
        <translation>逐對比較已有勝者：按 Enter 定為主檔，按 Esc 離開。</translation>
    </message>
    <message>
        <source>The round was left; nothing was decided in it.</source>
        <translation>已離開逐對比較；沒有作出任何決定。</translation>
    </message>
    <message>
        <source>The run stopped at {file}: {cause}. Nothing is lost; what was moved before is complete. Mend that, then start again: the unfinished step is settled first.</source>
        <translation>工作停在 {file}：{cause}。沒有任何損失；之前移動的均已完成。請修正後再開始：未完成的步驟會先行處理。</translation>
    </message>
    <message>
        <source>The sample could not be written to {name} ({reason}). What is there can stay; make room or rights and give the same command again.</source>
        <translation>範例無法寫入 {name}（{reason}）。已有的可以留下；請騰出空間或取得權限，再發出同一指令。</translation>
    </message>
    <message>
        <source>The sample is already in {folder}, {size}. Nothing was written.</source>
        <translation>範例已在 {folder}，共 {size}。沒有寫入任何東西。</translation>
    </message>
    <message>
        <source>The table {table} of the project is not what the decision history adds up to. Keep this file and compare it with its backups.</source>
        <translation>項目的表 {table} 與決定紀錄冊的總和不符。請保留此檔案，與備份比對。</translation>
    </message>
    <message>
        <source>The three things lie on one line, which does not say how the pictures lie. Click the third one farther away from it.</source>
        <translation>三處在同一直線上，不足以確定影像的位置。請在離線較遠之處點選第三處。</translation>
    </message>
    <message>
        <source>The two copies of this project both moved the same image. Nothing was taken over; put it back in one of them first.</source>
        <translation>此項目的兩個副本都移動了同一影像。沒有納入任何東西；請先在其中一個還原它。</translation>
    </message>
    <message>
        <source>The two copies of this project disagree about what happened: at least one was changed outside this program. Nothing was taken over; verify both copies.</source>
        <translation>此項目的兩個副本對所發生的事說法不一：最少一個曾在本程式以外被更改。沒有納入任何東西；請核實兩者。</translation>
    </message>
    <message>
        <source>The two could not be compared; look at them yourself.</source>
        <translation>無法對照這兩張；請親自看看。</translation>
    </message>
    <message>
        <source>There is no earlier page.</source>
        <translation>已是首頁。</translation>
    </message>
    <message>
        <source>There is no further page.</source>
        <translation>已是最後一頁。</translation>
    </message>
    <message>
        <source>There is no group {group} in this project now. Nothing was written; `report PROJECT clusters` lists the groups.</source>
        <translation>這個項目現時沒有群組 {group}。沒有寫入任何東西；`report PROJECT clusters` 可列出各群組。</translation>
    </message>
    <message>
        <source>There is no report called {kind}. Nothing was written; choose one of {kinds}.</source>
        <translation>沒有名為 {kind} 的報告。沒有寫入任何東西；請選 {kinds} 其中之一。</translation>
    </message>
    <message>
        <source>These groups were joined anew later, or a note was put to the join. Take that later entry back.</source>
        <translation>這些群組其後再次合併，或合併加上了備註。請收回較後的一項。</translation>
    </message>
    <message>
        <source>These pages could not be compared.</source>
        <translation>這兩頁無法對照。</translation>
    </message>
    <message>
        <source>These two were not compared with each other, only with the fullest picture.</source>
        <translation>這兩張沒有互相對照，只與最完整的影像對照過。</translation>
    </message>
    <message>
        <source>They could not be compared because of an error of ours; the log has the details.</source>
        <translation>因本程式出錯而無法對照；詳情見日誌。</translation>
    </message>
    <message>
        <source>This alignment does not hold any more: the two were aligned anew later, or as measured. Take the later entry back.</source>
        <translation>此對位已不再生效：兩者其後重新對位，或回到量度的對位。請收回較後的一項。</translation>
    </message>
    <message>
        <source>This answer about {file} does not hold any more: a later entry replaced it. Search for the file and take that later entry back.</source>
        <translation>此項關於 {file} 的決定已不再生效：較後的紀錄已取代它。請搜尋該檔案，收回較後的一項。</translation>
    </message>
    <message>
        <source>This answer about {file} was taken back already: nothing is decided about it now. To answer again, go to its group on the review screen.</source>
        <translation>此項關於 {file} 的決定早已收回，現時沒有決定。如要再作決定，請到核對畫面的該群組。</translation>
    </message>
    <message>
        <source>This desktop has no program that opens it. The file lies here: {file}</source>
        <translation>此桌面沒有可開啟它的程式。檔案位於：{file}</translation>
    </message>
    <message>
        <source>This entry itself took a join back, so there is nothing to take back. To join the groups again, go to them on the review screen.</source>
        <translation>此項本身就是收回合併，沒有可收回之處。如要再次合併，請到核對畫面的該等群組。</translation>
    </message>
    <message>
        <source>This entry itself took an alignment by hand back, so there is nothing to take back. To align the two again, go to them on the review screen.</source>
        <translation>此項本身就是收回人手對位，沒有可收回之處。如要再次對位，請到核對畫面。</translation>
    </message>
    <message>
        <source>This entry itself took an answer about {file} back, so there is nothing to take back. To answer again, go to its group on the review screen.</source>
        <translation>此項本身就是收回關於 {file} 的決定，沒有可收回之處。如要再作決定，請到核對畫面的該群組。</translation>
    </message>
    <message>
        <source>This entry says what happened, not what somebody decided: there is nothing to take back. Decisions, joins and alignments by hand can be.</source>
        <translation>此項記述發生的事，不是誰的決定，沒有可收回之處。可以收回的是決定、合併及人手對位。</translation>
    </message>
    <message>
        <source>This file system does not take the name {wanted}; it is called {written}.</source>
        <translation>此檔案系統不接受名稱 {wanted}；改稱 {written}。</translation>
    </message>
    <message>
        <source>This is the first group shown.</source>
        <translation>這是所列的第一組。</translation>
    </message>
    <message>
        <source>This is the last group shown.</source>
        <translation>這是所列的最後一組。</translation>
    </message>
    <message>
        <source>This join was taken back already: the groups stand by themselves.</source>
        <translation>此項合併早已收回，各群組已分開。</translation>
    </message>
    <message>
        <source>This project is only read here, so nothing of it can be taken back.</source>
        <translation>此項目在這裏只供讀取，不能收回任何一項。</translation>
    </message>
    <message>
        <source>This text belongs to an image that is in quarantine or on its way: without it the image could not be put back. Nothing was erased; put the image back first.</source>
        <translation>這段資料屬於在隔離區內或移往隔離區途中的影像：沒有它便不能還原。沒有刪去任何資料；請先還原該影像。</translation>
    </message>
    <message>
        <source>To check later: keep this sheet away from the project, unchanged, and give it to `dedup-desk verify PROJECT --receipt SHEET`. It tells whether everything that stood in the history at this moment still stands there; what was added since is in order.</source>
        <translation>日後核實方法：原封不動保存本收據，並與項目檔分開存放；核實時執行「dedup-desk verify PROJECT --receipt SHEET」。程式會指出此刻紀錄冊內的每一項是否仍在且未經更改；其後新增的紀錄屬正常。</translation>
    </message>
    <message>
        <source>Tone and colour: {found}</source>
        <translation>明暗與色彩：{found}</translation>
    </message>
    <message>
        <source>Too plain for that, compared as a whole</source>
        <translation>細節太少、只作整張對照的影像</translation>
    </message>
    <message>
        <source>Undecided</source>
        <translation>未決定</translation>
    </message>
    <message>
        <source>Undecided: nobody has decided about any of these {all} images.</source>
        <translation>未決定：這 {all} 張影像均未有人作出決定。</translation>
    </message>
    <message>
        <source>Undecided; proposed: keep</source>
        <translation>未決定；建議：保留</translation>
    </message>
    <message>
        <source>Undecided; proposed: set aside</source>
        <translation>未決定；建議：撤下</translation>
    </message>
    <message>
        <source>Unreadable files</source>
        <translation>無法讀取的檔案</translation>
    </message>
    <message>
        <source>Version: keep both</source>
        <translation>屬不同版本，全部保留</translation>
    </message>
    <message>
        <source>Waits in the round</source>
        <translation>等候比較</translation>
    </message>
    <message>
        <source>Watermark or logo</source>
        <translation>加上水印或標誌</translation>
    </message>
    <message>
        <source>What</source>
        <translation>事項</translation>
    </message>
    <message>
        <source>What decided: {reason}</source>
        <translation>決定性原因：{reason}</translation>
    </message>
    <message>
        <source>What the redundant copies are</source>
        <translation>多餘副本的種類</translation>
    </message>
    <message>
        <source>What this page does not prove</source>
        <translation>本頁不能證明的事</translation>
    </message>
    <message>
        <source>When</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>When this page was made, all {entries} entries agreed with their hashes and chains.</source>
        <translation>製作本頁時，全部 {entries} 項紀錄均與其雜湊值及雜湊鏈相符。</translation>
    </message>
    <message>
        <source>When this page was made, the decision history disagreed with itself in {count} places; the first: {kind}, chain {chain}, entry {seq}.</source>
        <translation>製作本頁時，決定紀錄冊有 {count} 處前後不符；首處：{kind}，鏈 {chain}，第 {seq} 項。</translation>
    </message>
    <message>
        <source>When this page was made, the decision history disagreed with itself: {kind}, chain {chain}, entry {seq}.</source>
        <translation>製作本頁時，決定紀錄冊前後不符：{kind}，鏈 {chain}，第 {seq} 項。</translation>
    </message>
    <message>
        <source>Where they differ</source>
        <translation>不同之處</translation>
    </message>
    <message>
        <source>Which file this was about was erased, so it cannot be taken back.</source>
        <translation>此項所涉檔案的名稱已被刪除，不能收回。</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>何人</translation>
    </message>
    <message>
        <source>Work pile</source>
        <translation>核對類別</translation>
    </message>
    <message>
        <source>Work pile by work pile</source>
        <translation>按核對類別排列</translation>
    </message>
    <message>
        <source>Written down by people (IPTC or XMP)</source>
        <translation>由人手填寫（IPTC 或 XMP）</translation>
    </message>
    <message>
        <source>You kept another copy than proposed: use the keys</source>
        <translation>你保留的副本與建議不同：請用按鍵</translation>
    </message>
    <message>
        <source>a border or caption, {added} % of its area</source>
        <translation>加有邊框或文字，佔其面積 {added} %</translation>
    </message>
    <message>
        <source>a file was away, so only the small pictures were compared</source>
        <translation>有檔案當時不在，只對照了縮圖</translation>
    </message>
    <message>
        <source>a mark or logo laid over</source>
        <translation>加有水印或標誌</translation>
    </message>
    <message>
        <source>a mark or logo laid over, {width} % wide</source>
        <translation>加有水印或標誌，闊 {width} %</translation>
    </message>
    <message>
        <source>a negative: light and dark exchanged</source>
        <translation>負像，明暗對調</translation>
    </message>
    <message>
        <source>a pair</source>
        <translation>一對影像</translation>
    </message>
    <message>
        <source>agreement {score}, measured now and not kept</source>
        <translation>吻合度 {score}，即時量度，不會保存</translation>
    </message>
    <message>
        <source>agreement {score}, {bits} of 64 fingerprint bits differ</source>
        <translation>吻合度 {score}，影像指紋 64 位元中 {bits} 位不同</translation>
    </message>
    <message>
        <source>another frame</source>
        <translation>另一次拍攝</translation>
    </message>
    <message>
        <source>another scan</source>
        <translation>另一掃描本</translation>
    </message>
    <message>
        <source>another scan, perhaps of another print</source>
        <translation>另一掃描本，或出自另一張照片</translation>
    </message>
    <message>
        <source>as warm</source>
        <translation>冷暖相同</translation>
    </message>
    <message>
        <source>black and white</source>
        <translation>黑白</translation>
    </message>
    <message>
        <source>black at {lowest}, white at {highest}</source>
        <translation>以 {lowest} 為黑、{highest} 為白</translation>
    </message>
    <message>
        <source>byline</source>
        <translation>攝影</translation>
    </message>
    <message>
        <source>caption</source>
        <translation>圖片說明</translation>
    </message>
    <message>
        <source>certain</source>
        <translation>確定</translation>
    </message>
    <message>
        <source>changed in places</source>
        <translation>有局部改動</translation>
    </message>
    <message>
        <source>check</source>
        <translation>待核對</translation>
    </message>
    <message>
        <source>colour saturation {percent} %</source>
        <translation>色彩飽和度 {percent} %</translation>
    </message>
    <message>
        <source>cooler</source>
        <translation>色調較冷</translation>
    </message>
    <message>
        <source>credit</source>
        <translation>圖片來源</translation>
    </message>
    <message>
        <source>crop or border</source>
        <translation>裁切或邊框</translation>
    </message>
    <message>
        <source>date of the film&apos;s scan</source>
        <translation>底片的掃描日期</translation>
    </message>
    <message>
        <source>date of the picture</source>
        <translation>影像日期</translation>
    </message>
    <message>
        <source>date of the print&apos;s scan</source>
        <translation>相片的掃描日期</translation>
    </message>
    <message>
        <source>date of the scan</source>
        <translation>掃描日期</translation>
    </message>
    <message>
        <source>date taken</source>
        <translation>拍攝日期</translation>
    </message>
    <message>
        <source>document number</source>
        <translation>文件編號</translation>
    </message>
    <message>
        <source>en</source>
        <translation>zh-Hant-HK</translation>
    </message>
    <message>
        <source>file {at} of {count}</source>
        <translation>第 {at} 個，共 {count} 個</translation>
    </message>
    <message>
        <source>format or size</source>
        <translation>格式或尺寸</translation>
    </message>
    <message>
        <source>fullest copy</source>
        <translation>最完整的副本</translation>
    </message>
    <message>
        <source>headline</source>
        <translation>標題</translation>
    </message>
    <message>
        <source>in the companion file</source>
        <translation>見附屬檔</translation>
    </message>
    <message>
        <source>it is not there any more</source>
        <translation>它已不在該處</translation>
    </message>
    <message>
        <source>item number</source>
        <translation>藏品編號</translation>
    </message>
    <message>
        <source>joined by hand</source>
        <translation>人手合併</translation>
    </message>
    <message>
        <source>keywords</source>
        <translation>關鍵字</translation>
    </message>
    <message>
        <source>left and right exchanged</source>
        <translation>左右反轉</translation>
    </message>
    <message>
        <source>less contrast</source>
        <translation>反差較低</translation>
    </message>
    <message>
        <source>likely</source>
        <translation>很可能</translation>
    </message>
    <message>
        <source>lossless</source>
        <translation>無損</translation>
    </message>
    <message>
        <source>lossy</source>
        <translation>有損</translation>
    </message>
    <message>
        <source>more contrast</source>
        <translation>反差較高</translation>
    </message>
    <message>
        <source>much of the picture differs</source>
        <translation>影像大部分不同</translation>
    </message>
    <message>
        <source>no profile, shown as sRGB</source>
        <translation>無描述檔，作 sRGB</translation>
    </message>
    <message>
        <source>no profile: taken as {name}</source>
        <translation>無描述檔：視作 {name}</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未能得知</translation>
    </message>
    <message>
        <source>one changed area {width} % wide</source>
        <translation>一處改動，闊 {width} %</translation>
    </message>
    <message>
        <source>other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>other tones</source>
        <translation>色調不同</translation>
    </message>
    <message>
        <source>page {page} of {pages}</source>
        <translation>第 {page} 頁，共 {pages} 頁</translation>
    </message>
    <message>
        <source>permission is missing</source>
        <translation>沒有權限</translation>
    </message>
    <message>
        <source>place on the map</source>
        <translation>地圖位置</translation>
    </message>
    <message>
        <source>profile damaged or of another kind, not used</source>
        <translation>描述檔損壞或不符，未採用</translation>
    </message>
    <message>
        <source>progressive</source>
        <translation>漸進式</translation>
    </message>
    <message>
        <source>quality ~{quality}</source>
        <translation>質素約 {quality}</translation>
    </message>
    <message>
        <source>resized to {width} x {height} pixels ({percent} %)</source>
        <translation>尺寸改為 {width} x {height} 像素（{percent} %）</translation>
    </message>
    <message>
        <source>rights</source>
        <translation>版權</translation>
    </message>
    <message>
        <source>row by row</source>
        <translation>逐行</translation>
    </message>
    <message>
        <source>saved once</source>
        <translation>儲存過一次</translation>
    </message>
    <message>
        <source>saved {count} times</source>
        <translation>儲存過 {count} 次</translation>
    </message>
    <message>
        <source>small lettering: another word may not show</source>
        <translation>字體細小，個別字不同未必看得出</translation>
    </message>
    <message>
        <source>the colour differs in places only, {share} % of the area</source>
        <translation>只有局部顏色不同，佔面積 {share} %</translation>
    </message>
    <message>
        <source>the connection to the disk is lost</source>
        <translation>與磁碟的連線中斷</translation>
    </message>
    <message>
        <source>the details agree too little</source>
        <translation>細節相符太少</translation>
    </message>
    <message>
        <source>the disk does not answer</source>
        <translation>磁碟沒有回應</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>磁碟已滿</translation>
    </message>
    <message>
        <source>the disk is gone</source>
        <translation>磁碟已不在</translation>
    </message>
    <message>
        <source>the disk is read-only</source>
        <translation>磁碟是唯讀的</translation>
    </message>
    <message>
        <source>the disk reports a read or write error</source>
        <translation>磁碟報告讀寫錯誤</translation>
    </message>
    <message>
        <source>the folder cannot be read ({reason})</source>
        <translation>未能讀取資料夾（{reason}）</translation>
    </message>
    <message>
        <source>the lettering is too small to tell another page</source>
        <translation>字體太小，無法分辨是否另一頁</translation>
    </message>
    <message>
        <source>the name is taken</source>
        <translation>名稱已被使用</translation>
    </message>
    <message>
        <source>the quarantine is on another disk</source>
        <translation>隔離區位於另一磁碟</translation>
    </message>
    <message>
        <source>they look alike, and more is not known</source>
        <translation>兩者相似，其餘未能確定</translation>
    </message>
    <message>
        <source>tone or colour</source>
        <translation>色調或色彩</translation>
    </message>
    <message>
        <source>tones slightly different</source>
        <translation>色調略有不同</translation>
    </message>
    <message>
        <source>too little speaks for a copy</source>
        <translation>未有足夠證據視為副本</translation>
    </message>
    <message>
        <source>too many files are open</source>
        <translation>同時開啟的檔案太多</translation>
    </message>
    <message>
        <source>top and bottom exchanged</source>
        <translation>上下反轉</translation>
    </message>
    <message>
        <source>turned by 180°</source>
        <translation>旋轉 180°</translation>
    </message>
    <message>
        <source>turned by {degrees}° anticlockwise</source>
        <translation>逆時針旋轉 {degrees}°</translation>
    </message>
    <message>
        <source>turned by {degrees}° clockwise</source>
        <translation>順時針旋轉 {degrees}°</translation>
    </message>
    <message>
        <source>warmer</source>
        <translation>色調較暖</translation>
    </message>
    <message>
        <source>white at {highest}</source>
        <translation>白點 {highest}</translation>
    </message>
    <message>
        <source>your share of the disk is used up</source>
        <translation>你的磁碟配額已用完</translation>
    </message>
    <message>
        <source>{act} ({person})</source>
        <translation>{act}（{person}）</translation>
    </message>
    <message>
        <source>{alignment}, measured now: page {a} and page {d}</source>
        <translation>{alignment}，即時量度：第 {a} 頁與第 {d} 頁</translation>
    </message>
    <message>
        <source>{alignment}, page 1 of each</source>
        <translation>{alignment}，雙方首頁</translation>
    </message>
    <message>
        <source>{alignment}, {points} matching points</source>
        <translation>{alignment}，{points} 個相符點</translation>
    </message>
    <message>
        <source>{a} has a border or caption that {b} has not</source>
        <translation>{a} 有邊框或文字，{b} 沒有</translation>
    </message>
    <message>
        <source>{bits} bit</source>
        <translation>{bits} 位元</translation>
    </message>
    <message>
        <source>{bits} bit, compared at 8 bit</source>
        <translation>{bits} 位元，以 8 位元對照</translation>
    </message>
    <message>
        <source>{b} also shows what {a} does not</source>
        <translation>{b} 另有 {a} 所無的部分</translation>
    </message>
    <message>
        <source>{b} and {a} are in one group because a person says that they show the same picture.</source>
        <translation>{b} 與 {a} 同屬一組，是因為有人表明兩者是同一影像。</translation>
    </message>
    <message>
        <source>{b} and {a} were not compared with each other, only through another image.</source>
        <translation>{b} 與 {a} 沒有直接對照，只經另一張影像對照。</translation>
    </message>
    <message>
        <source>{b} and {a}: {relation} ({sureness}). {statement}</source>
        <translation>{b} 與 {a}：{relation}（{sureness}）。{statement}</translation>
    </message>
    <message>
        <source>{b} compared with {a}</source>
        <translation>{b} 與 {a} 對照</translation>
    </message>
    <message>
        <source>{b} is the same picture as {a}, compressed again</source>
        <translation>{b} 與 {a} 為同一影像，經重新壓縮</translation>
    </message>
    <message>
        <source>{b} is the same picture as {a}, saved again</source>
        <translation>{b} 與 {a} 為同一影像，經另行儲存</translation>
    </message>
    <message>
        <source>{b} laid on {a}, tones fitted: what is equal is muted, what differs is bright and framed, what {b} does not show is hatched.</source>
        <translation>{b} 疊在 {a} 上，色調已配合：相同之處調暗，不同之處以鮮色及框線標示，{b} 沒有顯示之處加上斜線。</translation>
    </message>
    <message>
        <source>{b} shows the whole of {a}</source>
        <translation>{b} 顯示 {a} 全幅</translation>
    </message>
    <message>
        <source>{b} shows {shown} % of {a}: {left} % cut at left, {right} % at right, {top} % at top, {bottom} % at bottom</source>
        <translation>{b} 顯示 {a} 的 {shown} %：左邊裁去 {left} %，右邊 {right} %，上邊 {top} %，下邊 {bottom} %</translation>
    </message>
    <message>
        <source>{b} shows {shown} % of {a}: {left} % cut at left, {right} % at right, {top} % at top, {bottom} % at bottom, {corners} % of the rest at the corners</source>
        <translation>{b} 顯示 {a} 的 {shown} %：左邊裁去 {left} %，右邊 {right} %，上邊 {top} %，下邊 {bottom} %，餘下四角共 {corners} %</translation>
    </message>
    <message>
        <source>{b} shows {shown} % of {a}; cut: {left} % at left, {right} % at right, {top} % at top, {bottom} % at bottom. Click or drag to look there.</source>
        <translation>{b} 顯示 {a} 的 {shown} %；裁去：左 {left} %、右 {right} %、上 {top} %、下 {bottom} %。點按或拖動可察看該處。</translation>
    </message>
    <message>
        <source>{b}: {part}</source>
        <translation>{b}：{part}</translation>
    </message>
    <message>
        <source>{count} changed areas (from {levels} grey levels on)</source>
        <translation>{count} 處改動（由 {levels} 級灰階起計）</translation>
    </message>
    <message>
        <source>{count} changed areas, the widest {width} % wide</source>
        <translation>{count} 處改動，最闊一處闊 {width} %</translation>
    </message>
    <message>
        <source>{count} decided elsewhere</source>
        <translation>另有 {count} 項決定</translation>
    </message>
    <message>
        <source>{count} elsewhere</source>
        <translation>另有 {count} 個</translation>
    </message>
    <message>
        <source>{count} file or folder changed while it was being read, not by this program: {first}</source>
        <translation>讀取期間有 {count} 個檔案或資料夾被改動，並非本程式所為：{first}</translation>
    </message>
    <message>
        <source>{count} files or folders changed while they were being read, not by this program; the first is {first}</source>
        <translation>讀取期間有 {count} 個檔案或資料夾被改動，並非本程式所為；第一個是 {first}</translation>
    </message>
    <message>
        <source>{count} image</source>
        <translation>{count} 張影像</translation>
    </message>
    <message>
        <source>{count} images</source>
        <translation>{count} 張影像</translation>
    </message>
    <message>
        <source>{count} marks or logos laid over, the widest {width} % wide</source>
        <translation>加有 {count} 處水印或標誌，最闊一處闊 {width} %</translation>
    </message>
    <message>
        <source>{count} more of this group stay; show one to read why.</source>
        <translation>本組另有 {count} 張留下；顯示任何一張可看原因。</translation>
    </message>
    <message>
        <source>{count} names of one file</source>
        <translation>同一檔案有 {count} 個名稱</translation>
    </message>
    <message>
        <source>{count} new or larger group</source>
        <translation>{count} 個新增或擴大的群組</translation>
    </message>
    <message>
        <source>{count} new or larger groups</source>
        <translation>{count} 個新增或擴大的群組</translation>
    </message>
    <message>
        <source>{count} new pair</source>
        <translation>{count} 對新的影像</translation>
    </message>
    <message>
        <source>{count} new pairs</source>
        <translation>{count} 對新的影像</translation>
    </message>
    <message>
        <source>{date} ({source})</source>
        <translation>{date}（{source}）</translation>
    </message>
    <message>
        <source>{file} and the copy to keep are one and the same file. It was left alone.</source>
        <translation>{file} 與要保留的副本是同一檔案，故不予處理。</translation>
    </message>
    <message>
        <source>{file} can only be reached through a link or on another disk. It was left alone.</source>
        <translation>{file} 只能經連結或另一磁碟到達，故不予處理。</translation>
    </message>
    <message>
        <source>{file} cannot be read as a UTF-8 text file. Nothing was decided; check the file.</source>
        <translation>{file} 無法以 UTF-8 文字檔讀取。沒有作出決定；請檢查檔案。</translation>
    </message>
    <message>
        <source>{file} cannot be shown: it cannot be reached ({reason}). Its answers are kept. Check that the drive is connected, or read the folders again.</source>
        <translation>{file} 無法顯示：不能存取（{reason}）。已作的答案會保留。請檢查磁碟是否已接上，或重新讀取資料夾。</translation>
    </message>
    <message>
        <source>{file} cannot be shown: the folder of {root} is not known on this machine. Nothing was changed. Tell the project where {root} is, then open the group again.</source>
        <translation>{file} 無法顯示：本機不知道 {root} 的資料夾。沒有改動任何東西。請告訴項目 {root} 在哪裏，再開啟群組。</translation>
    </message>
    <message>
        <source>{file} changed after it was read, so it is not shown as the picture you would be deciding on. Its answers are kept. Read the folders again.</source>
        <translation>{file} 在讀取之後已改動，因此不會當作你正在決定的影像顯示。已作的答案會保留。請重新讀取資料夾。</translation>
    </message>
    <message>
        <source>{file} could not be drawn because of an error of ours; the log has the details. The file was not touched.</source>
        <translation>因我們的錯誤，{file} 無法繪出；詳情見日誌。檔案沒有被觸動。</translation>
    </message>
    <message>
        <source>{file} has a second name (a hard link): moving it would free nothing and may touch another record. It was left alone.</source>
        <translation>{file} 有第二個名稱（硬連結）：移動它不會釋放空間，並可能觸及另一檔案，故不予處理。</translation>
    </message>
    <message>
        <source>{file} has changed or gone since it was indexed. Index its folder again.</source>
        <translation>{file} 在建立索引之後已改動或消失。請重新讀取其資料夾。</translation>
    </message>
    <message>
        <source>{file} has changed since it was reviewed. It was left where it is. Index the folder again and decide anew.</source>
        <translation>{file} 在核對之後已改動。它留在原處。請重新讀取資料夾，再作決定。</translation>
    </message>
    <message>
        <source>{file} has moved, and another file has its old name now. Both are kept.</source>
        <translation>{file} 已移動，而其舊名現屬另一檔案。兩者均保留。</translation>
    </message>
    <message>
        <source>{file} is a link, a folder or a device, not an ordinary file. It was left alone.</source>
        <translation>{file} 是連結、資料夾或裝置，並非一般檔案，故不予處理。</translation>
    </message>
    <message>
        <source>{file} is in quarantine and this project does not know it. It is not lost: recover takes it into the project, then it can be put back.</source>
        <translation>{file} 在隔離區內，而本項目不認識它。它沒有遺失：處理中斷的操作時會納入項目，之後便可還原。</translation>
    </message>
    <message>
        <source>{file} is not in quarantine. Nothing was moved; check the path, it is the one the file had.</source>
        <translation>{file} 不在隔離區。沒有移動任何檔案；請檢查路徑，應為檔案原來的路徑。</translation>
    </message>
    <message>
        <source>{file} is the kept copy in favour of which others were set aside, so its answer stays. Make another image the kept copy first (K).</source>
        <translation>{file} 是主檔，其他影像因它而撤下，所以其答案不變。請先把另一影像定為主檔（K）。</translation>
    </message>
    <message>
        <source>{file} is the kept copy of this group, so it was not set aside. Make another image the kept copy first (K).</source>
        <translation>{file} 是本組主檔，所以沒有撤下。請先把另一影像定為主檔（K）。</translation>
    </message>
    <message>
        <source>{file} lacks the columns path (or path_b64) and verdict. Nothing was decided; the members report has them.</source>
        <translation>{file} 缺少 path（或 path_b64）及 verdict 欄。沒有作出決定；members 報告有這些欄。</translation>
    </message>
    <message>
        <source>{file} should be in the quarantine {quarantine} and is not. Look for it in your backups; the copy that was kept is listed in its decision.</source>
        <translation>{file} 應在隔離區 {quarantine} 而不在。請在備份尋找；保留的副本列於其決定內。</translation>
    </message>
    <message>
        <source>{file} stayed to the end of the round. Nothing is decided yet.</source>
        <translation>{file} 留到最後。尚未作出決定。</translation>
    </message>
    <message>
        <source>{file} stays the kept copy: {other} was set aside in favour of it by another decision. Take that one back first, or make another image the kept copy on the review screen.</source>
        <translation>{file} 維持為主檔：另有決定因它而撤下 {other}。請先收回該決定，或在核對畫面改選另一張影像作主檔。</translation>
    </message>
    <message>
        <source>{file} stays: it carries something the kept copy has not ({field}).</source>
        <translation>{file} 留下：它有主檔所沒有的資料（{field}）。</translation>
    </message>
    <message>
        <source>{file} stays: it has more levels than the kept copy.</source>
        <translation>{file} 留下：它的色階比主檔多。</translation>
    </message>
    <message>
        <source>{file} stays: it has more pixels than the kept copy.</source>
        <translation>{file} 留下：它的像素比主檔多。</translation>
    </message>
    <message>
        <source>{file} stays: it has transparency.</source>
        <translation>{file} 留下：它有透明部分。</translation>
    </message>
    <message>
        <source>{file} stays: it is more than a plain copy, so a person has to decide.</source>
        <translation>{file} 留下：它不只是單純的副本，須由人決定。</translation>
    </message>
    <message>
        <source>{file} stays: it says something else than the kept copy ({field}).</source>
        <translation>{file} 留下：它的資料與主檔不同（{field}）。</translation>
    </message>
    <message>
        <source>{file} stays: it shows more than the kept copy.</source>
        <translation>{file} 留下：它的畫面比主檔多。</translation>
    </message>
    <message>
        <source>{file} stays: it was not compared with the kept copy itself.</source>
        <translation>{file} 留下：它沒有與主檔直接對照。</translation>
    </message>
    <message>
        <source>{file} stays: its folder is protected.</source>
        <translation>{file} 留下：其資料夾受保護。</translation>
    </message>
    <message>
        <source>{file} stays: of several pages only the first was compared.</source>
        <translation>{file} 留下：多頁之中只對照了首頁。</translation>
    </message>
    <message>
        <source>{file} stays: one of the two is tinted.</source>
        <translation>{file} 留下：兩者其一有染色。</translation>
    </message>
    <message>
        <source>{file} stays: too small to see whether every word is the same.</source>
        <translation>{file} 留下：太小，看不清每個字是否相同。</translation>
    </message>
    <message>
        <source>{file} was changed in quarantine: its bytes are not those that were set aside. Look for the original in your backups.</source>
        <translation>{file} 在隔離區內被改動：內容與撤下時不同。請在備份尋找原檔。</translation>
    </message>
    <message>
        <source>{file} was changed while it was being moved. It is at its place with the change. Index the folder again and decide anew.</source>
        <translation>{file} 在移動途中被改動。它連同改動留在原處。請重新讀取資料夾，再作決定。</translation>
    </message>
    <message>
        <source>{file} was found in quarantine without being in this project; it is now, and can be put back.</source>
        <translation>在隔離區找到 {file}，本項目原先沒有；現已納入，可以還原。</translation>
    </message>
    <message>
        <source>{file} was kept for images in quarantine, and could not be checked: its folder {root} was never opened on this machine.</source>
        <translation>{file} 是隔離區內影像的主檔，但未能檢查：其資料夾 {root} 從未在本機開啟。</translation>
    </message>
    <message>
        <source>{file} was kept for images in quarantine, and is gone or changed. Put those images back before anything else.</source>
        <translation>{file} 是為隔離區內影像而保留的主檔，現已消失或改動。請先還原那些影像。</translation>
    </message>
    <message>
        <source>{file} was not found where it was reviewed. Nothing was moved. Index the folder again.</source>
        <translation>在核對時的位置找不到 {file}。沒有移動任何檔案。請重新讀取資料夾。</translation>
    </message>
    <message>
        <source>{file} was not moved: another file has the name that it should get. Nothing was overwritten; it is where it was. Move the other file away, then try again.</source>
        <translation>{file} 未移動：另一檔案佔用了它應得的名稱。沒有覆蓋任何檔案；它在原處。請移開另一檔案，再試一次。</translation>
    </message>
    <message>
        <source>{file} was not moved: what was decided about it has changed since the plan was shown. Look at the plan again.</source>
        <translation>{file} 未移動：計劃顯示之後，有關它的決定已改變。請再看計劃。</translation>
    </message>
    <message>
        <source>{file} was not moved: {cause}. It is where it was. Mend that, then try again.</source>
        <translation>{file} 未移動：{cause}。它在原處。請修正後再試。</translation>
    </message>
    <message>
        <source>{file} was not put back: another file has its name now, and nothing is ever overwritten. It stays in quarantine. Rename or move the other file, then put it back again.</source>
        <translation>{file} 未還原：另一檔案現用其名稱，而本程式永不覆蓋。它留在隔離區。請改名或移開另一檔案，再還原。</translation>
    </message>
    <message>
        <source>{file} was not put back: its folder {root} was never opened on this machine. It stays in quarantine. Say where the folder is (--root {root}=FOLDER), then put it back again.</source>
        <translation>{file} 未還原：其資料夾 {root} 從未在本機開啟。它留在隔離區。請指明資料夾位置（--root {root}=FOLDER），再還原。</translation>
    </message>
    <message>
        <source>{file} was not set aside: nothing of this group would be left. Keep one of them first (A, D or K).</source>
        <translation>{file} 沒有撤下：否則本組將一無所存。請先保留其中一個（A、D 或 K）。</translation>
    </message>
    <message>
        <source>{file} will not move now: an earlier move of it is not settled. Recover first.</source>
        <translation>{file} 現時不會移動：早前的移動尚未處理。請先處理中斷的操作。</translation>
    </message>
    <message>
        <source>{file} will not move: a link, a folder or a device has its name now. Look at it there.</source>
        <translation>{file} 不會移動：其名稱現屬連結、資料夾或裝置。請到該處查看。</translation>
    </message>
    <message>
        <source>{file} will not move: a rule decided it, and this kind needs a person. Look at the pair and decide.</source>
        <translation>{file} 不會移動：它由規則決定，而這類關係須由人判斷。請看這對影像再決定。</translation>
    </message>
    <message>
        <source>{file} will not move: it and the copy to keep are one and the same file on the disk.</source>
        <translation>{file} 不會移動：它與要保留的副本在磁碟上是同一檔案。</translation>
    </message>
    <message>
        <source>{file} will not move: it has a second name (a hard link), so moving it would free nothing.</source>
        <translation>{file} 不會移動：它有第二個名稱（硬連結），移動不會釋放空間。</translation>
    </message>
    <message>
        <source>{file} will not move: it has changed since it was decided. Index the folder again and decide anew.</source>
        <translation>{file} 不會移動：決定之後它已改動。請重新讀取資料夾，再作決定。</translation>
    </message>
    <message>
        <source>{file} will not move: it is not where it was reviewed. Index the folder again.</source>
        <translation>{file} 不會移動：它不在核對時的位置。請重新讀取資料夾。</translation>
    </message>
    <message>
        <source>{file} will not move: it is the kept copy of an image in quarantine. Put that image back first, or keep this one.</source>
        <translation>{file} 不會移動：它是隔離區內某影像的主檔。請先還原該影像，或保留這一個。</translation>
    </message>
    <message>
        <source>{file} will not move: its folder is not open on this machine. Connect the disk or open the folder, then plan again.</source>
        <translation>{file} 不會移動：其資料夾未在本機開啟。請接上磁碟或開啟資料夾，再作計劃。</translation>
    </message>
    <message>
        <source>{file} will not move: no copy was named that stays. Decide which copy to keep.</source>
        <translation>{file} 不會移動：沒有指明哪個副本留下。請決定保留哪一個。</translation>
    </message>
    <message>
        <source>{file} will not move: nothing can be moved out of its folder.</source>
        <translation>{file} 不會移動：其資料夾內的檔案不能移出。</translation>
    </message>
    <message>
        <source>{file} will not move: nothing of its group would stay. Decide which copy to keep.</source>
        <translation>{file} 不會移動：否則本組將一無所存。請決定保留哪一個。</translation>
    </message>
    <message>
        <source>{file} will not move: the copy to keep, {kept}, has changed since it was decided. Index the folder again and decide anew.</source>
        <translation>{file} 不會移動：要保留的副本 {kept} 在決定之後已改動。請重新讀取資料夾，再作決定。</translation>
    </message>
    <message>
        <source>{file} will not move: the copy to keep, {kept}, is itself to be set aside or in quarantine. Decide which of them stays.</source>
        <translation>{file} 不會移動：要保留的副本 {kept} 本身將撤下或已在隔離區。請決定哪一個留下。</translation>
    </message>
    <message>
        <source>{file} will not move: the copy to keep, {kept}, is not there. Find it or decide anew.</source>
        <translation>{file} 不會移動：要保留的副本 {kept} 不在該處。請尋回它或再作決定。</translation>
    </message>
    <message>
        <source>{file} will not move: two people decided differently about it. Look at both answers and decide again.</source>
        <translation>{file} 不會移動：兩人對它的決定不同。請看兩個答案，再作決定。</translation>
    </message>
    <message>
        <source>{file} written ({size}).</source>
        <translation>已寫入 {file}（{size}）。</translation>
    </message>
    <message>
        <source>{first}, and {second}</source>
        <translation>{first}，且{second}</translation>
    </message>
    <message>
        <source>{first}; {second}</source>
        <translation>{first}；{second}</translation>
    </message>
    <message>
        <source>{folder} and {known} ({label}) lie in one another, so files would be counted twice. Nothing was changed; open the outer folder alone.</source>
        <translation>{folder} 與 {known}（{label}）互相包含，檔案會被計算兩次。沒有改動任何東西；請只開啟外層資料夾。</translation>
    </message>
    <message>
        <source>{folder} is in this project already, with the label {known}. Nothing was changed; decisions know it by that label, so leave {label} away.</source>
        <translation>{folder} 已在本項目內，標籤為 {known}。沒有改動任何檔案；各項決定均以該標籤為準，請勿另設 {label}。</translation>
    </message>
    <message>
        <source>{folder} is not a folder that can be opened. Nothing was changed; check the name, or connect the disk.</source>
        <translation>{folder} 並非可以開啟的資料夾。沒有改動任何東西；請檢查名稱，或接上磁碟。</translation>
    </message>
    <message>
        <source>{folder} is not a quarantine of Dedup Desk and is not empty. Nothing was moved. Choose another folder for the quarantine.</source>
        <translation>{folder} 並非 Dedup Desk 的隔離區，而且不是空的。沒有移動任何檔案。請另選資料夾作隔離區。</translation>
    </message>
    <message>
        <source>{folder} is on another machine. Setting aside is tried there with the safe calls it offers; where it offers none, each image is refused and stays.</source>
        <translation>{folder} 位於另一部機器。撤下時會用它提供的安全操作；沒有提供的，影像會逐一拒絕並留下。</translation>
    </message>
    <message>
        <source>{format_b} instead of {format_a}</source>
        <translation>{format_b}，原為 {format_a}</translation>
    </message>
    <message>
        <source>{format}, {bits} bit, {model}</source>
        <translation>{format}，{bits} 位元，{model}</translation>
    </message>
    <message>
        <source>{format}, {pixels} px, {count} bytes</source>
        <translation>{format}，{pixels} 像素，{count} 位元組</translation>
    </message>
    <message>
        <source>{found} = {read} read + {unreadable} unreadable + {skipped} skipped</source>
        <translation>{found} = 已讀 {read} + 無法讀取 {unreadable} + 略過 {skipped}</translation>
    </message>
    <message>
        <source>{found} files found = {read} images read + {unreadable} unreadable + {skipped} skipped; {measured} measured and {pairs} pairs compared in this run; {groups} groups of copies.</source>
        <translation>找到 {found} 個檔案 = 已讀 {read} 張影像 + 無法讀取 {unreadable} + 略過 {skipped}；本次量度 {measured} 個、對照 {pairs} 對；{groups} 組副本。</translation>
    </message>
    <message>
        <source>{found} files found = {read} images read + {unreadable} unreadable + {skipped} skipped; {measured} measured, details found in {described} and looked for in the others&apos; for {asked}, {pairs} pairs compared in this run; {groups} groups of copies.</source>
        <translation>找到 {found} 個檔案 = 已讀 {read} 張影像 + 無法讀取 {unreadable} + 略過 {skipped}；本次量度 {measured} 個、找出細節 {described} 張、深入查找 {asked} 張、對照 {pairs} 對；{groups} 組副本。</translation>
    </message>
    <message>
        <source>{given} does not name a folder for a label. Nothing was done; write --root LABEL=DIR with a folder that exists.</source>
        <translation>{given} 沒有為標籤指明資料夾。沒有進行任何操作；請寫 --root LABEL=DIR，並用現有的資料夾。</translation>
    </message>
    <message>
        <source>{groups} and {pairs}</source>
        <translation>{groups}及 {pairs}</translation>
    </message>
    <message>
        <source>{letter} is on top</source>
        <translation>現時顯示 {letter}</translation>
    </message>
    <message>
        <source>{letter}: {reason}</source>
        <translation>{letter}：{reason}</translation>
    </message>
    <message>
        <source>{levels} cooler</source>
        <translation>偏冷 {levels} 級</translation>
    </message>
    <message>
        <source>{levels} warmer</source>
        <translation>偏暖 {levels} 級</translation>
    </message>
    <message>
        <source>{light}, {warmth}; amber lighter, blue darker, violet other colour (from {threshold} on)</source>
        <translation>{light}，{warmth}；琥珀色較亮、藍色較暗、紫色為色彩不同（由 {threshold} 級起計）</translation>
    </message>
    <message>
        <source>{moved} of {planned} images are back where they were ({size}), {failed} stay in quarantine, {left} were not reached. Nothing was overwritten. The decisions to set them aside still stand and are in the next plan, unless they are taken back.</source>
        <translation>{planned} 張影像中 {moved} 張已還原到原處（{size}），{failed} 張留在隔離區，{left} 張未處理到。沒有覆蓋任何檔案。撤下的決定仍然有效，除非收回，否則會列入下一個計劃。</translation>
    </message>
    <message>
        <source>{moved} of {planned} images are in quarantine ({size}, bytes checked before and after), {failed} were not moved, {left} were not reached. Nothing was deleted; all of it can be put back.</source>
        <translation>{planned} 張影像中 {moved} 張已在隔離區（{size}，移動前後均已核實檔案內容），{failed} 張未移動，{left} 張未處理到。沒有刪除任何檔案；全部可以還原。</translation>
    </message>
    <message>
        <source>{moves} images would move to quarantine ({size}; freed now: 0 B), {refusals} will not; interrupted moves: {unsettled}. References: NOT CHECKED. Nothing was moved.</source>
        <translation>{moves} 張影像會移往隔離區（{size}；現時釋放：0 B），{refusals} 張不會；中斷的移動：{unsettled}。引用：未核對。沒有移動任何檔案。</translation>
    </message>
    <message>
        <source>{name} came from elsewhere: you never opened its folders ({labels}) on this machine, so it is only read. Nothing was changed; say where they are (retire, restore and recover take --root LABEL=DIR), or index one of them with --label.</source>
        <translation>{name} 來自別處：你從未在本機開啟其資料夾（{labels}），因此只供讀取。沒有改動任何檔案；請指明資料夾所在（retire、restore 及 recover 可用 --root LABEL=DIR），或以 --label 為其中一個資料夾建立索引。</translation>
    </message>
    <message>
        <source>{name} came with a journal that names another file, which this program never writes. Nothing was opened or changed; ask for the project again.</source>
        <translation>{name} 附有指向另一檔案的日誌檔，本程式從不這樣寫。沒有開啟或改動任何東西；請要求對方再提供項目。</translation>
    </message>
    <message>
        <source>{name} cannot be copied to be read. It was not changed; check that the disk has room and the file can be read.</source>
        <translation>{name} 無法複製以供讀取。它沒有被改動；請檢查磁碟是否有空間，以及檔案是否可讀。</translation>
    </message>
    <message>
        <source>{name} cannot be made: {folder} does not exist or cannot be written. Choose another folder.</source>
        <translation>無法建立 {name}：{folder} 不存在或不可寫入。請另選資料夾。</translation>
    </message>
    <message>
        <source>{name} cannot be opened for writing: its folder is read-only. Nothing was changed; open it for reading only, or work on a copy.</source>
        <translation>{name} 無法開啟作寫入：其資料夾是唯讀的。沒有改動任何東西；請以唯讀方式開啟，或用副本工作。</translation>
    </message>
    <message>
        <source>{name} cannot be opened. Nothing was changed; check that the file is there and that you may read it.</source>
        <translation>{name} 無法開啟。沒有改動任何東西；請檢查檔案是否在，以及你有否權限讀取。</translation>
    </message>
    <message>
        <source>{name} cannot be written: the file or its folder is read-only. Nothing was changed; allow writing there, or work on a copy.</source>
        <translation>{name} 無法寫入：檔案或其資料夾是唯讀的。沒有改動任何東西；請容許寫入，或用副本工作。</translation>
    </message>
    <message>
        <source>{name} could not be written ({error}). Whatever stood there is as it was; choose another place, or free some space.</source>
        <translation>{name} 無法寫入（{error}）。原有的仍在；請另選位置，或騰出空間。</translation>
    </message>
    <message>
        <source>{name} does not exist. Check the name, or make a new project.</source>
        <translation>{name} 不存在。請檢查名稱，或建立新項目。</translation>
    </message>
    <message>
        <source>{name} exists already. It was not changed; choose another name, or open it.</source>
        <translation>{name} 已存在。它沒有被改動；請另取名稱，或開啟它。</translation>
    </message>
    <message>
        <source>{name} has no folder yet. Nothing was done; name the folders to index.</source>
        <translation>{name} 尚未有資料夾。沒有進行任何操作；請指明要建立索引的資料夾。</translation>
    </message>
    <message>
        <source>{name} has no suffix that names a format. Nothing was written; choose one of {formats}.</source>
        <translation>{name} 沒有指明格式的副檔名。沒有寫入任何東西；請選 {formats} 其中之一。</translation>
    </message>
    <message>
        <source>{name} holds entries that do not read as a project of this program. It was not changed; verify it, or open one of its backups.</source>
        <translation>{name} 內有不能讀作本程式項目的紀錄。它沒有被改動；請核實它，或開啟其中一個備份。</translation>
    </message>
    <message>
        <source>{name} holds other files. Nothing was written; name a new or empty folder.</source>
        <translation>{name} 內有其他檔案。沒有寫入任何東西；請指明新的或空的資料夾。</translation>
    </message>
    <message>
        <source>{name} holds something that this program did not put there ({what}). It could run when the project is read, so the project was not opened and not changed. Use a backup.</source>
        <translation>{name} 內有並非本程式放入的東西（{what}）。讀取項目時它可能執行，所以沒有開啟或改動項目。請用備份。</translation>
    </message>
    <message>
        <source>{name} is a file. Nothing was written; name a new folder.</source>
        <translation>{name} 是檔案。沒有寫入任何東西；請指明新的資料夾。</translation>
    </message>
    <message>
        <source>{name} is being written by another program. Nothing was changed; try again in a moment.</source>
        <translation>{name} 正由另一程式寫入。沒有改動任何東西；請稍後再試。</translation>
    </message>
    <message>
        <source>{name} is damaged ({what}). It was not changed; open one of its backups instead.</source>
        <translation>{name} 已損壞（{what}）。它沒有被改動；請改開其中一個備份。</translation>
    </message>
    <message>
        <source>{name} is damaged or is not a file of this program. It was not changed; open one of its backups (same name, ending in .bak) instead.</source>
        <translation>{name} 已損壞，或並非本程式的檔案。它沒有被改動；請改開其中一個備份（同名，後綴 .bak）。</translation>
    </message>
    <message>
        <source>{name} is marked for joining. Go to the group that shows the same picture and press the same key.</source>
        <translation>{name} 已標記為待合併。請前往同一影像的另一群組，再按同一個鍵。</translation>
    </message>
    <message>
        <source>{name} is no name for a project. Nothing was changed; choose a name that ends in .ddesk.</source>
        <translation>{name} 不能用作項目名稱。沒有改動任何東西；請用以 .ddesk 結尾的名稱。</translation>
    </message>
    <message>
        <source>{name} is no receipt of this project&apos;s decision history. Nothing was compared with it; check which project it was made for, and that the sheet is whole.</source>
        <translation>{name} 不是本項目決定紀錄冊的收據。未與它作任何比對；請檢查它屬於哪個項目，以及收據是否完整。</translation>
    </message>
    <message>
        <source>{name} is not a project of this program. It was not changed; choose a file that ends in .ddesk.</source>
        <translation>{name} 並非本程式的項目。它沒有被改動；請選擇以 .ddesk 結尾的檔案。</translation>
    </message>
    <message>
        <source>{name} is on a network share ({kind}), where a crash or a second writer can damage it. It was not changed; open it for reading only, or copy it to a disk of this machine.</source>
        <translation>{name} 位於網絡共用資料夾（{kind}），一旦中斷或有第二人寫入便可能損壞。它沒有被改動；請以唯讀方式開啟，或複製到本機磁碟。</translation>
    </message>
    <message>
        <source>{name} is open for reading only. Nothing was changed; open it for writing.</source>
        <translation>{name} 只以唯讀方式開啟。沒有改動任何東西；請以可寫入方式開啟。</translation>
    </message>
    <message>
        <source>{name} is open for writing: {person} ({account} on {host}, process {pid}). Nothing was changed; close it there, or open it for reading only.</source>
        <translation>{name} 正由 {person} 開啟作寫入（{host} 上的 {account}，程序 {pid}）。沒有改動任何東西；請在該處關閉，或以唯讀方式開啟。</translation>
    </message>
    <message>
        <source>{name} lacks a part that every project has ({what}). It was not changed; use a backup.</source>
        <translation>{name} 缺少每個項目都有的部分（{what}）。它沒有被改動；請用備份。</translation>
    </message>
    <message>
        <source>{name} lies in the collection, which is never written to. Nothing was saved; choose a place outside it.</source>
        <translation>{name} 位於收藏之內，而收藏永不寫入。沒有儲存任何東西；請選擇收藏以外的位置。</translation>
    </message>
    <message>
        <source>{name} lies in the collection, which is never written to. Nothing was written; choose a place outside it.</source>
        <translation>{name} 位於收藏之內，而收藏永不寫入。沒有寫入任何東西；請選擇收藏以外的位置。</translation>
    </message>
    <message>
        <source>{name} lies in the sample or is there already. The sample is drawn, its truth was not written; name a new file outside.</source>
        <translation>{name} 位於範例之內或已存在。範例已繪製，其真相檔未有寫入；請指明範例以外的新檔案。</translation>
    </message>
    <message>
        <source>{name} tries to do something when it is read, or holds something far too large. It was not changed; do not open it, and ask for it again.</source>
        <translation>{name} 在讀取時試圖執行操作，或內容大得不合理。它沒有被改動；請勿開啟，並要求對方再提供一次。</translation>
    </message>
    <message>
        <source>{name} was written by a newer version of this program (schema {schema}, this version knows {known}). It was not changed; update the program to go on.</source>
        <translation>{name} 由較新版本的程式寫成（格式 {schema}，此版本只認識 {known}）。它沒有被改動；請更新程式再繼續。</translation>
    </message>
    <message>
        <source>{name} was written by an older version of this program and must be opened for writing once, so that it can be brought up to date. It was not changed.</source>
        <translation>{name} 由較舊版本的程式寫成，須以可寫入方式開啟一次才能更新。它沒有被改動。</translation>
    </message>
    <message>
        <source>{number}: {wide} by {high} px, {left} px from the left and {top} px down on {letter}</source>
        <translation>{number}：{wide} 乘 {high} 像素，位於 {letter} 由左起 {left} 像素、由上起 {top} 像素</translation>
    </message>
    <message>
        <source>{one} and {other}</source>
        <translation>{one} 與 {other}</translation>
    </message>
    <message>
        <source>{pages}, with transparency</source>
        <translation>{pages}，有透明部分</translation>
    </message>
    <message>
        <source>{path} cannot be kept and set aside at once. Nothing was decided; name another file.</source>
        <translation>{path} 不能同時保留及撤下。沒有作出決定；請指明另一檔案。</translation>
    </message>
    <message>
        <source>{path} is not an image this project knows. Nothing was decided; index its folder first, or correct the path.</source>
        <translation>{path} 並非本項目所知的影像。沒有作出決定；請先為其資料夾建立索引，或改正路徑。</translation>
    </message>
    <message>
        <source>{path} is not inside a folder of this project. Nothing was moved; give the path that the file had before it was set aside.</source>
        <translation>{path} 不在本項目的資料夾內。沒有移動任何檔案；請給出檔案撤下之前的路徑。</translation>
    </message>
    <message>
        <source>{path}: {kind}</source>
        <translation>{path}：{kind}</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
    <message>
        <source>{percent} % darker</source>
        <translation>暗 {percent} %</translation>
    </message>
    <message>
        <source>{percent} % lighter</source>
        <translation>亮 {percent} %</translation>
    </message>
    <message>
        <source>{project}: {found} files found = {read} read + {unreadable} unreadable + {skipped} skipped; {groups_decided} of {groups} groups decided ({groups_joined} joined by hand), {decisions} decisions; {redundant_copies} redundant copies; {look_pairs} pairs need a person; {open_operations} interrupted moves.</source>
        <translation>{project}：找到 {found} 個檔案 = 已讀 {read} + 無法讀取 {unreadable} + 略過 {skipped}；{groups} 組中已決定 {groups_decided} 組（{groups_joined} 組由人手合併），{decisions} 項決定；{redundant_copies} 個多餘副本；{look_pairs} 對待人手判斷；{open_operations} 項中斷的移動。</translation>
    </message>
    <message>
        <source>{rendered} · shown at {wide} by {high} px, {percent} % of its size, 8 bit sRGB</source>
        <translation>{rendered} · 以 {wide} 乘 {high} 像素顯示，為原尺寸的 {percent} %，8 位元 sRGB</translation>
    </message>
    <message>
        <source>{rendered} · stored preview, sharper one on its way</source>
        <translation>{rendered} · 暫用已存預覽，較清晰的即將顯示</translation>
    </message>
    <message>
        <source>{rendered} · {note}</source>
        <translation>{rendered} · {note}</translation>
    </message>
    <message>
        <source>{said} · not aligned, fitted by width: {count}</source>
        <translation>{said} · 未對位、按闊度配合：{count} 張</translation>
    </message>
    <message>
        <source>{scale} · {alignment}</source>
        <translation>{scale} · {alignment}</translation>
    </message>
    <message>
        <source>{shown} of {count} images of the group, laid on A; they zoom and move as one</source>
        <translation>群組 {count} 張影像中的 {shown} 張，均對位於 A 之上；縮放及移動時一同進行</translation>
    </message>
    <message>
        <source>{size} or more</source>
        <translation>{size} 或以上</translation>
    </message>
    <message>
        <source>{size}; freed now 0, freed when destroyed {size}</source>
        <translation>{size}；現時釋放 0，銷毀後釋放 {size}</translation>
    </message>
    <message>
        <source>{source}: {kind}</source>
        <translation>{source}：{kind}</translation>
    </message>
    <message>
        <source>{statement} Only page 1 of each was compared.</source>
        <translation>{statement}只對照過雙方的首頁。</translation>
    </message>
    <message>
        <source>{statement} What is shown follows the alignment by hand; the rest is as measured.</source>
        <translation>{statement}顯示範圍以人手對位為準；其餘為量度結果。</translation>
    </message>
    <message>
        <source>{statement} {reason}</source>
        <translation>{statement}{reason}</translation>
    </message>
    <message>
        <source>{statement}.</source>
        <translation>{statement}。</translation>
    </message>
    <message>
        <source>{state} People who did not know of each other decided differently about {letters}: until somebody who has seen both decides again, nothing is carried out.</source>
        <translation>{state}互不知情的人就 {letters} 作出了不同決定：在看過兩者的人重新決定之前，不會執行任何決定。</translation>
    </message>
    <message>
        <source>{subject}, compared with {kept}</source>
        <translation>{subject}，與 {kept} 對照</translation>
    </message>
    <message>
        <source>{title} · page {page} of {pages}</source>
        <translation>{title} · 第 {page} 頁，共 {pages} 頁</translation>
    </message>
    <message>
        <source>{verdict} ({kind})</source>
        <translation>{verdict}（{kind}）</translation>
    </message>
    <message>
        <source>{why} · D lies on A by its width alone</source>
        <translation>{why} · D 只按闊度疊在 A 上</translation>
    </message>
    <message>
        <source>{why} · no difference is shown</source>
        <translation>{why} · 不顯示差異</translation>
    </message>
    <message>
        <source>{words}</source>
        <translation>{words}</translation>
    </message>
    <message>
        <source>{words} · D turned to lie on A</source>
        <translation>{words} · D 已轉正疊在 A 上</translation>
    </message>
    <message>
        <source>{words}; hatched is what one of them lacks</source>
        <translation>{words}；斜線部分為其中一張所缺</translation>
    </message>
</context>
<context>
    <name>NoPrinterDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>No printer is set up on this computer.</source>
        <translation>本電腦未設定打印機。</translation>
    </message>
    <message>
        <source>Print evidence</source>
        <translation>打印證據</translation>
    </message>
    <message>
        <source>The same page can be written as a PDF file and printed elsewhere.</source>
        <translation>可把同一頁寫成 PDF 檔案，在別處打印。</translation>
    </message>
    <message>
        <source>Write a PDF file…</source>
        <translation>寫成 PDF 檔案…</translation>
    </message>
</context>
<context>
    <name>NoteField</name>
    <message>
        <source>Note</source>
        <translation>備註</translation>
    </message>
    <message>
        <source>Note about joining the two groups; Enter keeps it, Esc leaves it</source>
        <translation>關於合併這兩組的備註；按 Enter 保留，按 Esc 放棄</translation>
    </message>
    <message>
        <source>Note about the picture in pane D; Enter keeps it, Esc leaves it</source>
        <translation>窗格 D 影像的備註；Enter 保留，Esc 放棄</translation>
    </message>
</context>
<context>
    <name>PlanCard</name>
    <message>
        <source>Kept copy that replaces it</source>
        <translation>取代它的主檔</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>關係類別</translation>
    </message>
    <message>
        <source>Nothing is decided to be set aside. Decide in Review; what you decide there appears here, and nothing moves before you say so here.</source>
        <translation>現時沒有決定撤下的影像。請到「人手核對」作決定；決定會顯示在這裏，在你於此確認之前不會移動任何檔案。</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>計劃</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>重新讀取</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>撤下</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
</context>
<context>
    <name>QuarantinePanel</name>
    <message>
        <source>An image goes back to its own name, with its bytes and times. If that name is taken now, it stays in quarantine and the reason is told; nothing is overwritten.</source>
        <translation>影像會回到原來的名稱，內容及時間不變。如名稱現已被佔用，影像會留在隔離區並說明原因；永不覆蓋任何檔案。</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>影像</translation>
    </message>
    <message>
        <source>In quarantine</source>
        <translation>隔離區內</translation>
    </message>
    <message>
        <source>Kept copy</source>
        <translation>主檔</translation>
    </message>
    <message>
        <source>Put back all ({count})</source>
        <translation>全部還原（{count}）</translation>
    </message>
    <message>
        <source>Put back its batch ({count})</source>
        <translation>還原所屬批次（{count}）</translation>
    </message>
    <message>
        <source>Put back this image</source>
        <translation>還原此影像</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>{count} image in quarantine</source>
        <translation>隔離區有 {count} 張影像</translation>
    </message>
    <message>
        <source>{count} images in quarantine</source>
        <translation>隔離區有 {count} 張影像</translation>
    </message>
</context>
<context>
    <name>QueueHead</name>
    <message>
        <source>Clear the field</source>
        <translation>清空欄位</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>篩選</translation>
    </message>
    <message>
        <source>Number or id of a group</source>
        <translation>群組編號或識別碼</translation>
    </message>
    <message>
        <source>Search names and captions</source>
        <translation>搜尋檔名及圖片說明</translation>
    </message>
    <message>
        <source>Search the queue</source>
        <translation>搜尋群組清單</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>正在搜尋…</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>顯示全部</translation>
    </message>
    <message>
        <source>The order of the groups</source>
        <translation>群組的排列次序</translation>
    </message>
    <message>
        <source>Work pile, state, certainty, folder, size and more</source>
        <translation>核對類別、狀態、確定程度、資料夾、大小等</translation>
    </message>
    <message>
        <source>{shown} of {total} shown</source>
        <translation>顯示 {total} 項中的 {shown} 項</translation>
    </message>
</context>
<context>
    <name>QueueView</name>
    <message>
        <source>Groups to review</source>
        <translation>待核對群組</translation>
    </message>
    <message>
        <source>No group has the number or id {words}.</source>
        <translation>沒有群組的編號或識別碼是 {words}。</translation>
    </message>
    <message>
        <source>No group is like that. Change the words or the filters, or show all groups.</source>
        <translation>沒有符合的群組。請更改搜尋字詞或篩選條件，或顯示全部群組。</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>顯示全部</translation>
    </message>
    <message>
        <source>{decided} of {total} groups decided</source>
        <translation>已決定 {decided} / {total} 組</translation>
    </message>
    <message>
        <source>{decided} of {total} pairs</source>
        <translation>{decided} / {total} 對</translation>
    </message>
</context>
<context>
    <name>RecentList</name>
    <message>
        <source>Take off this list</source>
        <translation>從清單移走</translation>
    </message>
</context>
<context>
    <name>Retire</name>
    <message>
        <source>bytes of both copies</source>
        <translation>兩個副本的內容</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>尚未讀取</translation>
    </message>
    <message>
        <source>stays</source>
        <translation>留下</translation>
    </message>
</context>
<context>
    <name>RetireView</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>進度</translation>
    </message>
    <message>
        <source>Put back…</source>
        <translation>還原…</translation>
    </message>
    <message>
        <source>Rehearsal, nothing moves</source>
        <translation>試行（不移動檔案）</translation>
    </message>
    <message>
        <source>Show the plan</source>
        <translation>顯示計劃</translation>
    </message>
    <message>
        <source>Stop after this image</source>
        <translation>處理完此影像便停止</translation>
    </message>
</context>
<context>
    <name>RetireWords</name>
    <message>
        <source>1 · Plan</source>
        <translation>1 · 計劃</translation>
    </message>
    <message>
        <source>2 · References</source>
        <translation>2 · 引用</translation>
    </message>
    <message>
        <source>3 · Check</source>
        <translation>3 · 核實</translation>
    </message>
    <message>
        <source>4 · Move</source>
        <translation>4 · 移動</translation>
    </message>
    <message>
        <source>5 · Keep</source>
        <translation>5 · 保存</translation>
    </message>
    <message>
        <source>A replacement record beside each.</source>
        <translation>每張旁邊均有替代紀錄。</translation>
    </message>
    <message>
        <source>Both copies are read before a move.</source>
        <translation>移動之前兩個副本均會讀取。</translation>
    </message>
    <message>
        <source>Bytes and times kept, on the same disk.</source>
        <translation>內容及時間不變，留在同一磁碟。</translation>
    </message>
    <message>
        <source>Freed now 0: nothing is destroyed.</source>
        <translation>現時釋放 0：沒有銷毀任何檔案。</translation>
    </message>
    <message>
        <source>NOT CHECKED, acknowledged by {name}</source>
        <translation>未核對，由 {name} 承擔</translation>
    </message>
    <message>
        <source>NOT CHECKED; a named person must take it on</source>
        <translation>未核對；須由具名人士承擔</translation>
    </message>
    <message>
        <source>No group loses its last copy.</source>
        <translation>每組均不會失去最後一個副本。</translation>
    </message>
    <message>
        <source>No kept copy is itself set aside.</source>
        <translation>沒有主檔本身被撤下。</translation>
    </message>
    <message>
        <source>Set aside {count} images…</source>
        <translation>撤下 {count} 張影像…</translation>
    </message>
    <message>
        <source>Set aside {count} image…</source>
        <translation>撤下 {count} 張影像…</translation>
    </message>
    <message>
        <source>Set aside…</source>
        <translation>撤下…</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>正在開始…</translation>
    </message>
    <message>
        <source>What was decided still stands; take it back in Review to keep what was put back.</source>
        <translation>原有決定仍然有效；如要保留已還原的影像，請在人手核對畫面收回決定。</translation>
    </message>
    <message>
        <source>You stopped it.</source>
        <translation>由你停止。</translation>
    </message>
    <message>
        <source>both copies are read again before any move; the rehearsal does it now</source>
        <translation>移動前兩個副本均會重新讀取；試行現在便讀</translation>
    </message>
    <message>
        <source>looking at every decided file…</source>
        <translation>正在查看每個已決定的檔案…</translation>
    </message>
    <message>
        <source>nothing to set aside</source>
        <translation>沒有要撤下的影像</translation>
    </message>
    <message>
        <source>reading both copies of each…</source>
        <translation>正在讀取每張的兩個副本…</translation>
    </message>
    <message>
        <source>rehearsed: every image would move</source>
        <translation>已試行：每張影像都會移動</translation>
    </message>
    <message>
        <source>to quarantine, journaled, can be put back</source>
        <translation>移往隔離區，記入日誌，可以還原</translation>
    </message>
    <message>
        <source>{count} could not be settled: look at it.</source>
        <translation>{count} 張未能處理：請查看。</translation>
    </message>
    <message>
        <source>{count} could not be settled: look at them.</source>
        <translation>{count} 張未能處理：請查看。</translation>
    </message>
    <message>
        <source>{count} decided image stays: see the list.</source>
        <translation>{count} 張已決定的影像留下：見清單。</translation>
    </message>
    <message>
        <source>{count} decided images stay: see the list.</source>
        <translation>{count} 張已決定的影像留下：見清單。</translation>
    </message>
    <message>
        <source>{count} image in quarantine; nothing is destroyed</source>
        <translation>隔離區有 {count} 張影像；沒有銷毀任何檔案</translation>
    </message>
    <message>
        <source>{count} image put back and read again where it was.</source>
        <translation>已還原 {count} 張影像，並在原處重新讀取。</translation>
    </message>
    <message>
        <source>{count} image set aside and read again in quarantine.</source>
        <translation>已撤下 {count} 張影像，並在隔離區重新讀取。</translation>
    </message>
    <message>
        <source>{count} image with its kept copy</source>
        <translation>{count} 張影像，附主檔</translation>
    </message>
    <message>
        <source>{count} images in quarantine; nothing is destroyed</source>
        <translation>隔離區有 {count} 張影像；沒有銷毀任何檔案</translation>
    </message>
    <message>
        <source>{count} images put back, each read again where it was.</source>
        <translation>已還原 {count} 張影像，每張均在原處重新讀取。</translation>
    </message>
    <message>
        <source>{count} images set aside, each read again in quarantine.</source>
        <translation>已撤下 {count} 張影像，每張均在隔離區重新讀取。</translation>
    </message>
    <message>
        <source>{count} images, each with its kept copy</source>
        <translation>{count} 張影像，各有主檔</translation>
    </message>
    <message>
        <source>{count} not reached</source>
        <translation>{count} 張未處理到</translation>
    </message>
    <message>
        <source>{count} not reached.</source>
        <translation>{count} 張未處理到。</translation>
    </message>
    <message>
        <source>{count} stayed where it was.</source>
        <translation>{count} 張留在原處。</translation>
    </message>
    <message>
        <source>{count} stayed where they were.</source>
        <translation>{count} 張留在原處。</translation>
    </message>
    <message>
        <source>{good} of {all} read to the end, as reviewed.</source>
        <translation>{all} 張中 {good} 張已讀完，與核對時相同。</translation>
    </message>
    <message>
        <source>{moved} would move, {stay} would stay; why is in the list</source>
        <translation>{moved} 張會移動，{stay} 張會留下；原因見清單</translation>
    </message>
</context>
<context>
    <name>ReviewFooter</name>
    <message>
        <source>nothing is moved here</source>
        <translation>這裏不會移動任何檔案</translation>
    </message>
    <message>
        <source>saved {time} · {nothing_moves}</source>
        <translation>已儲存 {time} · {nothing_moves}</translation>
    </message>
</context>
<context>
    <name>ReviewSlot</name>
    <message>
        <source>Open a folder to review what is in it.</source>
        <translation>請先開啟資料夾，再核對其中的影像。</translation>
    </message>
</context>
<context>
    <name>ReviewView</name>
    <message>
        <source>There is nothing to review: no copies were found.
Add another folder to the project, or read the folders again.</source>
        <translation>沒有需要核對的影像：未發現副本。
可加入另一個資料夾，或重新讀取資料夾。</translation>
    </message>
</context>
<context>
    <name>ShellViewModel</name>
    <message>
        <source>Wait until the present work has ended, or stop it.</source>
        <translation>請待目前工作完成，或停止它。</translation>
    </message>
</context>
<context>
    <name>StartView</name>
    <message>
        <source>Everything stays on this machine. Nothing moves unless you decide it, and what moved can be put back.</source>
        <translation>所有資料都留在本機。不經你決定，不會移動任何檔案；移動了的可以還原。</translation>
    </message>
    <message>
        <source>Folders and projects you open will be listed here.</source>
        <translation>你開啟過的資料夾及項目會列於這裏。</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>最近使用</translation>
    </message>
    <message>
        <source>Recent folders and projects</source>
        <translation>最近使用的資料夾及項目</translation>
    </message>
    <message>
        <source>The light table for near-duplicate pictures.</source>
        <translation>近似影像的看片台。</translation>
    </message>
</context>
<context>
    <name>SurenessCard</name>
    <message>
        <source>How sure the findings are (pairs)</source>
        <translation>結果有多確定（成對影像）</translation>
    </message>
    <message>
        <source>blue: copies; grey: needs a person</source>
        <translation>藍：副本；灰：待人手判斷</translation>
    </message>
    <message>
        <source>certain</source>
        <translation>確定</translation>
    </message>
    <message>
        <source>check</source>
        <translation>待核對</translation>
    </message>
</context>
<context>
    <name>TakeBackDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Reason for taking it back</source>
        <translation>收回原因</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>收回</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>收回</translation>
    </message>
    <message>
        <source>Take this back?</source>
        <translation>收回此項？</translation>
    </message>
    <message>
        <source>The entry stays as it is; a new one says that {person} took it back, and why. Undo brings it in force again.</source>
        <translation>原有紀錄保持不變；另加一項，寫明由 {person} 收回及其原因。復原即可使原決定再次生效。</translation>
    </message>
    <message>
        <source>{count} image becomes undecided:</source>
        <translation>{count} 張影像會變回未決定：</translation>
    </message>
    <message>
        <source>{count} images become undecided:</source>
        <translation>{count} 張影像會變回未決定：</translation>
    </message>
    <message>
        <source>{files} and {count} more</source>
        <translation>{files} 及另外 {count} 個</translation>
    </message>
</context>
</TS>
