<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Dedup Desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made with Qt {qt} (LGPL-3), PySide6 {binding}, Pillow, ImageHash, OpenCV, NumPy, SciPy and SQLAlchemy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures in memory: {held}, at most {most}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The light table for near-duplicate pictures: find, compare, decide, set aside, put back. Everything stays on this machine.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;About Dedup Desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add folder to project…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Audit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Change keys…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Document facts first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open project…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Print evidence…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Read folders again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save project as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Set aside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>100 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>100 % of each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept what the button states</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Align as measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Align by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to undecided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back, without undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy SHA-256</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>D stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files beside it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter the groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flip by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flip once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fold the facts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fold the overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fold the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fold the strip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to a group by number or id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group as &amp;evidence…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image 3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image 4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image 5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image 6</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image 7</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image 8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image 9</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Join groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep A, set D aside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep D, set A aside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L&amp;ess flashing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave what is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line back, less of D</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line on, more of D</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loupe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make it the kept copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next bookmark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next fact that differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next page of D alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next page of both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nudge D down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nudge D far down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nudge D far left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nudge D far right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nudge D far up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nudge D left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nudge D right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nudge D up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open with its program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order the groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overlay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pass to a second person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous bookmark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous page of D alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous page of both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same quality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search names and captions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set or remove a bookmark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show &amp;log folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show &amp;new groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in file manager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Structure or tone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take out of the group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version of another kind…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version: keep both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Winner stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wipe across or down</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Amounts</name>
    <message>
        <source>about {count} h left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {count} min left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time left: not known yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>under a minute left</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Audit</name>
    <message>
        <source>ignored by rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>link, not followed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no ordinary file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no permission to read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not an image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on another disk</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AuditFigures</name>
    <message>
        <source>; the sum of the kinds below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; {count} joined by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Freed now 0; when destroyed {size}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups to review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redundant copies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space they hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in {count} folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in {count} folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in {count} group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in {count} groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {all} decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{gb} GB at HK${price} = HK${cost} a month.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AuditView</name>
    <message>
        <source>Counting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export audit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export audit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your price for 1 GB a month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not stated</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AuditViewModel</name>
    <message>
        <source>Alike, but no proof that one is a copy of the other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages of one form; their content differs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passed over: {reasons}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>certain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>likely</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>project opened read-only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading changed nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} image read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} images read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} pair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} pairs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} unreadable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{found} found = {read} read + {bad} unreadable + {over} passed over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{limited} compared at 8 bit or by their first page only; {blank} too plain to compare except by exact content.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{parts} = {total} copies</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BugDialog</name>
    <message>
        <source>A fault in Dedup Desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong that is our mistake, not yours. What you decided is in the project file; nothing was moved by this. You can go on. The report below is also in the log in {folder}; please send it to us.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>Loading…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChecksCard</name>
    <message>
        <source>Afterwards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before anything moves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I take this on for this batch:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NOT CHECKED: no source (website, catalogue) is configured. Nobody knows what still points at these images.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the person who takes it on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>References</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your name</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChipButton</name>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{left} undecided of {rows}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CompareTools</name>
    <message>
        <source>How much of D is seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much of D is seen: {less} less, {more} more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CompareView</name>
    <message>
        <source>Picture {letter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures compared</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConfirmDialog</name>
    <message>
        <source>Both copies of each image are read again; one that changed, or whose kept copy is not there, stays where it is. The others move to quarantine on the same disk and can be put back. Nothing is destroyed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>References: NOT CHECKED, acknowledged by {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set aside {count} image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set aside {count} images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set {count} image aside?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set {count} images aside?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DeepStrip</name>
    <message>
        <source>Also look for crops, borders and re-scans (deep pass)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the deep pass</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DeepViewModel</name>
    <message>
        <source>The folders were not read again yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} image could not be looked through, because its stored preview cannot be used. Reading the folders again tries once more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} image was looked through.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} image was not looked through yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} images could not be looked through, because their stored previews cannot be used. Reading the folders again tries once more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} images were looked through.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} images were not looked through yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} too plain for it, compared as a whole.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Align</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File of the picture in D</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than two</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DisplayMenus</name>
    <message>
        <source>&amp;Behind pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As sRGB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Black</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CMYK without a profile: from a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CMYK without a profile: plain formula</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CMYK without a profile: {name}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour profile of this screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour profiles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark grey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light grey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Middle grey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On black</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On checks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On grey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On white</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Profile of CMYK pictures that carry none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Screen &amp;colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Screen profile from a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Screen profile: {name}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trans&amp;parent parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>White</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is no CMYK colour profile. Nothing was changed; choose the .icc or .icm file of the press or paper.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is no colour profile of a screen. Nothing was changed; choose an .icc or .icm file that the screen&apos;s calibration made.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DropZone</name>
    <message>
        <source>Drop a folder of pictures here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is read, never changed: copies and near-duplicates are found and laid side by side, and you decide. A project file (.ddesk) can be dropped as well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open project…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EvidenceDialog</name>
    <message>
        <source>Evidence of this group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No group is on the table: choose one in the review first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Exports</name>
    <message>
        <source>The audit was written to {file}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The evidence of group {group} is being made…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The evidence of group {group} was sent to the printer {printer}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The evidence of group {group} was written to {file}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The receipt is on the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The receipt was written to {file}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FactsView</name>
    <message>
        <source>Facts of A and D</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files beside A and D</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NOTHING IS PROPOSED</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NOTHING IS PROPOSED ANY MORE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WHY THIS ONE IS PROPOSED</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilesCard</name>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no image in these folders.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unreadable file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unreadable files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ Every image could be read.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilesView</name>
    <message>
        <source>being read …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>file {at} of {count} in its folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file is gone; its folder has {count} files</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilmstripView</name>
    <message>
        <source>Images of this group</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilterTag</name>
    <message>
        <source>Click to show the others again: {filter}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GridCellPane</name>
    <message>
        <source>Loading…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>(erased)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aligned by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alignment by hand taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alignments by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approval refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At any time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At its place again: put back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At its place: never moved by this program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bookmark removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bookmark set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decided by a rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decision taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every kind of event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder added or moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups joined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interrupted on its way: recover first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Join taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Joined groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Legal hold released</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Legal hold set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not put back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not set aside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Personal text erased</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan fixed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Project and settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Project brought to a newer form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Project made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Putting back announced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read-only audit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading and audit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading began</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule overridden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set aside and put back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set aside: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set aside; the path in quarantine was erased</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setting aside announced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setting changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settled after an interruption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two projects joined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work began</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>content {digest}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>looked through for parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not a duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>passed over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>passed to a second person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rule: {rule}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same quality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>set aside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unreadable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>version: keep both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{files} (group {group})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{files} and {count} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{note}”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryActsBar</name>
    <message>
        <source>Choose an entry to take it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It can be taken back. That is an entry of its own, with your name and your reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take this back…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo: {act}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryView</name>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By whom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decision history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept in its stead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No path held these words; the entries below say them otherwise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing in it is ever changed: taking something back is an event of its own. Names are self-declared; each line carries the beginning of its hash.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One sheet with the number of entries and the hash of the history as it is now. Kept elsewhere, it tells later whether anything was removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Path as it was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save receipt…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search files by an old path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history names no file whose path held these words: nothing was decided about it and nothing was moved from there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where is it now? Part of an old path, or of a note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it is now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the files are now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} event, newest first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} events, newest first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} file. What somebody moved by other means is not known here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} files. What somebody moved by other means is not known here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown} of {total} events shown</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>IndexingView</name>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what is known so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop, keep what is read</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>IndexingViewModel</name>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading could not go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading goes on from here next time: only what is missing is read. The numbers below the audit tab count what is known so far.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. What was read so far is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping after the files in hand…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folders are only read. Nothing in them is changed, moved or written.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JoinDialog</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do these two show the same picture?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Join groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note about the join</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They become one group. It is joined by hand: nothing measured says so, so no rule proposes anything from the one to the other. Undo parts them again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why, or who says so (may stay empty)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>group of {count} image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>group of {count} images</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeyButton</name>
    <message>
        <source>Press a key …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeyEditor</name>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All as in the set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As in the set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep these keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One key less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One more key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swap the two keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What stands in the way</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>A bare letter acts on the review desk only; here it needs Ctrl or a function key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alt with a letter opens a menu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AntiDupl</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dedup Desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete is kept free: on it, it would look as if a file were removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter does what its button states, and nothing else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc leaves what is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It needs a key: everything on the review desk can be done without a mouse.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lightroom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space never decides; it may only go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tab moves the focus; only looking may have it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This key belongs to the desktop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This key works on text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This letter is the name of a pane.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{key} is its key already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{key} is the key of &quot;{action}&quot;. A key means one thing only.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Change keys…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key set: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key set: {name}, {count} changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space never decides. Enter does what its button states. No key removes a file: setting aside is a step of its own, and what it moved can be put back.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KindMenu</name>
    <message>
        <source>Kind of version</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KindsCard</name>
    <message>
        <source>Beside them, counted nowhere above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No redundant copies were found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decided in batches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decided one by one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>proved, decided by rule</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Add folder to project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dedup Desk projects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save project as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The log is in {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{action}: {act}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>  {kind}: {copies} ({size})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(erased)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 changed area (from {levels} grey levels on)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>4:1:1, a quarter of the colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>4:2:0, a quarter of the colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>4:2:2, half the colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>4:4:0, half the colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>4:4:4, all colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>= equal, ≠ differs, a letter: only that image has it, !: it would be lost with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A above the line, D below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A bookmark is not taken back here: go to its group on the review screen and press its key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A bookmark is set here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A checkpoint in the quarantine {quarantine} cannot be read. Keep it as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A left of the line, D right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A move is not taken back here: put the file back on the screen Set aside; that is an entry of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A move of {file} was interrupted and is not settled. Recover the project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A person decides: {doubts}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A person said that these show the same picture; nothing was measured between the two. Ctrl+L aligns them by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A round: which of the two stays? It decides nothing by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A tie: by every keeping rule {count} copies are equally good. Please choose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept proposal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aligned by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aligned to {error} px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aligning by hand: click thing {number} in {letter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aligning by hand: click thing {number} in {letter}, or Ctrl+L: two are enough (not where mirrored)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alignment by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alignment by hand taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All others lie on it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All {count} images of the group, laid on A; they zoom and move as one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An interrupted move of {file} cannot be settled yet: {cause}. Nothing was touched. Make the collection and its quarantine accessible; it is settled at the next start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An interrupted move of {file} is not settled: its folder or the quarantine {quarantine} is not there. Nothing was touched; connect the disk or open the folder, then recover.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another file has taken the place of {file} since it was reviewed. It was left where it is. Index the folder again and decide anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another scan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Area changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As aligned by hand, {shown}. Nothing was measured between the two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the measured alignment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to undecided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Being read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Black and white</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bookmarked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Border or caption added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By rule, its preview approved: {rule}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By the clock of the camera or scanner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By the keeping rules {name}, version {version}, as they stand when this is made:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Byline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CMYK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CMYK without a profile: colours by the plain formula</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Camera</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Caption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Captured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Captured by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed since: decide again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed tone, position or content</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check of the chain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checked: the hashes of {events} entries of the decision history; the bytes of {quarantined} images in quarantine and of {kept} kept copies ({size} read); size and time of {indexed} indexed files. Disagreements: {findings}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking pixels of pictures of equal size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour corrected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Companion file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compared at 8 bits or by page 1 only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compared now in the round</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compared with each other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Content</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counted in the editing history that the file carries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crops and borders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>D as light as A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>D at {share} % over A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>D is turned and too large to be turned at full pixels; side by side shows them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>D {levels} levels darker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>D {levels} levels lighter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dated by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decided and saved: {counts}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decided: each of the {all} images has its decision.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decided: {verdict}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decision history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decision taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decisions and moves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Differs everywhere ({percent} % of it, from {levels} grey levels on)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Doc. no.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawing pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawn into {folder}, {size}: {originals} pictures and {copies} copies of them, {unreadable} unreadable files, {companions} companion files, {others} other files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entry {number} of chain {chain}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Equal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Estimated from the file&apos;s compression tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every byte is the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every copy is marked as killed or embargoed; none is proposed to be kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every group shown has its answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every pixel is the same; format or metadata differ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence is about one group: give --group ID with it, and with no other report. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence of group {group}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exported by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Facts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finding details in pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder and below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For {count} pictures the search for parts could not be made: the files of the index could not be read. What was found is kept; check the disk of {folder}, then go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forming groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GPS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hard links</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hash of the whole history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Headline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How certain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Identical file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Identical files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Identifier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Identity of the project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images in groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images too plain to compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In its folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instructions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interrupted moves looked at: {settled}; taken in from quarantine: {adopted}. Something stays open, see above; nothing is lost by waiting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interrupted moves of an earlier run: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interrupted moves settled: {settled}; taken in from quarantine: {adopted}. Nothing is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It carries the most facts: caption, credit, rights ...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It changed while it was being read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It could not be opened ({error}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does not prove who somebody is: names in the history are self-declared. Below is the last entry of each chain, as the program reads it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has a companion file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has its colours, and nothing was added to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has no page {page}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has the most levels: {bits} bits a sample.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has the most pixels: {width} x {height}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is a TIFF of a variety that cannot be read: {samples} samples a pixel, {bits} bits each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not an ordinary file any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is stored without loss ({format}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is the least compressed: {size} in the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is too large: it claims more than {limit} megapixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is too large: {size}; the limit is {limit}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is too large: {width} x {height} pixels; the limit is {limit} megapixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It lies nearest to the top of the collection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It shows the most of the picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was joined by hand: a person decides.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was proposed to keep {file}; that stands no more, because another copy was made the kept one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was proposed to keep {file}; that stands no more, because it has another answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Item no.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its content is not a picture of any kind this program knows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its file is the oldest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its name has no mark of a copy: {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JPEG quality about {quality}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Join by hand taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Join groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Joined by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Joined by hand: they show the same picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Joined only through another image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Joined only through {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep (proposed)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep D</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep {kept}, set aside {rest}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep {kept}, set aside {retired}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep {kept}, set aside {retired}, leave {rest} undecided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keywords</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind shown: {relation}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kinds, statements and the proposal are worked out by a program; dates are as the files carry them. Only what stands under the decisions was decided by a person.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Laid out alike, but not the same thing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Laid out alike, but not the same thing: one place differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Laid out alike, but not the same thing: {count} places differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least certain first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left the round</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {number}: path_b64 is not base64. Nothing was decided; correct the line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {number}: {path} cannot be set aside, because no other copy of its group is kept. Nothing was decided; give one copy of the group the verdict `canonical` in the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {number}: {path} is in several folders of this project ({labels}). Nothing was decided; add a column label that says which.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {number}: {path} is not an image this project knows. Nothing was decided; correct the line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {number}: {word} is no kind of version. Nothing was decided; use one of {words}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {number}: {word} is no verdict. Nothing was decided; use one of {words}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines {first} and {number} decide differently about {path}. Nothing was decided; keep one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looked through for crops and parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for parts of pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for pictures that are alike</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking through the folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make kept copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Megapixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mirrored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Modified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moved to quarantine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Negative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neither has a caption, credit or rights that the other lacks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neither has it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neither has:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No change found (from {levels} grey levels on)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No comparison found that; nothing is measured.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No difference of pictures that are not aligned; Ctrl+L aligns them by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No difference without both pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file manager answered on this desktop. The file lies here: {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file of the batch {batch} is in quarantine. Nothing was moved; look at the list of batches for its name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No group was looked at before this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No other group shown has a bookmark.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No picture of the difference: one of the two is not there or not aligned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No picture: the file cannot be shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No report is written in {language}. Nothing was written; choose one of {languages}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No round was begun: fewer than two images of this group are still in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody else is waiting: only these two are left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has decided anything about these images.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not aligned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not aligned: D lies on A by its width alone; Ctrl+L aligns them by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not aligned: fitted by width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not aligned: nothing in common was found on page {a} and page {d}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not aligned: page {a} and page {d} could not be compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not aligned: too little is on page {a} or page {d} to compare them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not full pixels but 1/{by} along each edge: at full size this file takes more memory than a picture may.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not put back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing can be set aside from {folder} into {quarantine}: that is another disk, and this program moves without copying. Choose a quarantine folder on the same disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing can be set aside from {folder} now: it cannot be reached. Connect the disk; what was decided is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing can be set aside from {folder}: it is read-only. Reviewing and reports work; to set copies aside, open it where it can be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing can be set aside from {folder}: this account may not write in {above}. Ask for permission, or choose a quarantine folder of your own on the same disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing can be set aside into {quarantine}: it lies inside the collection {folder}. Choose a folder outside it, on the same disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is proposed: a person decides.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is proposed: decide with a key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing left to accept here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to align: both files hold the same bytes, so they lie on each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed: these pictures were not aligned by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was decided: a step needs at least one file, and one answer for each. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was decided: nothing is proposed here that is still undecided.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was decided: {file} cannot be shown now. Answer when you can see it, or pass it to a second person.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was decided: {file} stayed to the end and is the kept copy already. Esc leaves the round.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was done: a round is on. Say which of the two stays, or leave the round with Esc.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was done: no round is on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was done: the folder of {root} is not known on this machine, so {file} cannot be found. Tell the project where {root} is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was joined: the two are in one group already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was joined: {one} and {other} were called not duplicates. Take that answer back first (Y), then join the groups.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was moved: nobody has checked whether web pages or catalogues refer to these images. Confirm with your name that they may move all the same, then start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was moved: only page 1 of each is aligned by hand, because that is kept with the pair. Turn back to it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was moved: these pictures are not aligned. Align them by hand first (Ctrl+L).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was moved: {path} is already being moved, is in quarantine, or is the kept copy of an image in quarantine. Put that image back first, or take this one out of the plan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was opened: the folder of {root} ({folder}) cannot be reached, and {file} lies in it. Its answers are kept. Connect its drive, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was opened: {file} cannot be reached ({reason}). Its answers are kept. If it was moved or renamed, read the folders again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number {number}, id {id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of them joined by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One label cannot stand for {count} folders. Nothing was done; index them one by one, each with its own --label.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only A has it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only D has it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only {letter} has: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page {a} and page {d} are being compared…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page {a} and page {d}: {statement}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page {page}: {reason} Other pages may still be shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pairs of one form, other content</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pairs that need a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Partly decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Partly decided: {open} of {all} images have no decision.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pass to a second person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passed to a second person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passed to a second person: not decided until somebody answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Path, exact bytes (base64)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures of the kind {kind} are not read by this version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixels an inch, as the scanner or a program wrote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proposal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Putting back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Putting back announced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RAW file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read from EXIF, IPTC or XMP in the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read from the companion file alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read from the file itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read from the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read from what this project has seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read-only audit: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read-only: {entries} files and folders have the same size, times and identity as before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading it failed inside the program: {error}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading it needs more memory than a picture of its size may take.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading it was stopped: it took more processor time than its size allows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading it was stopped: no answer within {seconds} seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading it was stopped: the decoder answered with nonsense ({error}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading {name} takes far longer than a project of this program can. It was not changed; do not open it, and ask for it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receipt of the decision history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recompressed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recompressed or resized</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redundant copies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>References: NOT CHECKED. By giving this command {person} (self-declared) takes that on themselves for this batch; it is written into every record.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>References: NOT CHECKED. {person} will be asked to take that on themselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rehearsal: {moved} of {planned} images would move ({size}, both copies read to the end), {failed} would not, {left} were not reached. Nothing was moved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rehearsing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resized</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rotated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Round: {step} of {steps}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SHA-256 of the whole file, first 12 digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same change together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same folder together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same form, other content</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same picture, other data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same quality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sampling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Savings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what to decide in one of three ways: --canonical PATH --retire PATH..., --from FILE.csv, or --proposals RELATION... Nothing was decided.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set aside (proposed)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setting aside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setting aside announced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settled after an interruption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the copies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Software</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sorting the details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space of all images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space they hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stayed to the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. What was finished is kept; the same command goes on from there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stored preview, made when the file was read. {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Structure, tones fitted: {found}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take join back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take out of the group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The SHA-256 of {file} is on the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup {backup} does not read back as the project. Nothing else was changed; check the disk, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bookmark is removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chain shows whether an entry was changed after it was written. That nothing was left off at the end, only a hash of the whole that was written down elsewhere before can show.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The content of {file} was found neither at its place nor in the quarantine {quarantine}. Nothing was touched. Somebody moved or changed it after this program was interrupted: look for it there and in your backups; the step stays open until it is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The copy proposed has another answer: use the keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The decision history was changed after it was written ({kind}, chain {chain}, entry {seq}). Keep this file, compare it with its backups, and ask who changed it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The decision was being carried out: {file} is on its way to or from quarantine. Recover first (the screen Set aside), then take the decision back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The decision was carried out: {file} is in quarantine. Put it back first (the screen Set aside), then take the decision back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The decoder answered with something that is no picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The decoder crashed on it ({signal}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The deep pass has ended and found no other groups.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The deep pass has ended and found {found}. The queue stays as it is until you want to see them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The difference could not be computed; the log has the details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk that holds {name} is full. What was saved before is kept; the last change was not saved. Free some space there and do it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk that holds {name} reported an error. What was saved before is kept; the last change was not saved. Check the disk before you go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file could not be read for this page; the SHA-256 is that of the last reading.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file has changed since it was read into the project; index it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is damaged, or of a variety of its kind that cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is damaged: its list of strips or tiles makes no sense.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is damaged: the end of the picture is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is damaged: {error}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file was read for this page and still has this SHA-256.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder of {label} is not known on this machine (the project says {folder}). Index it again with --label to say where it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder {folder} ({label}) cannot be reached. Nothing was forgotten: what is known of it stays. Connect the disk or correct the folder, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder {folder} cannot be read ({error}). Nothing was changed; check that its disk is there and that you may open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folders were read again: {found}. The queue stays as it is until you want to see them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The form is the same; what is written differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The form is the same; what is written differs in one place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The form is the same; what is written differs in {count} places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The frame on {a} is what {b} shows: {shown} %. Cut: {left} % at left, {right} % at right, {top} % at top, {bottom} % at bottom.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The group is no longer marked for joining.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The groups are not laid out yet, so nothing can be taken back. Wait until the folders are read, then choose the entry again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The groups stay joined: an answer about {file} compares it with {kept} of the other group. Take that answer back first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The index {folder} cannot be written, and is not one that can be read as it is. Nothing was changed; copy the project to a folder that can be written, and index it there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The index {folder} could not be written ({error}). What was finished before is kept; make room or mend the disk, then go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keeping rules prefer {letter}: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The label {label} already stands for {known}. Nothing was changed; give the folder {folder} another label.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loupe shows this large scan at {percent} % of its pixels; 100 % shows all of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The move of {file} was interrupted and has been completed; nothing is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The move of {file} was interrupted. It is where it was; nothing is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name is not UTF-8, so it cannot be copied as text: {file}. Its file:// address, which names the same file, is on the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The names of persons are as they declared them; nobody checked them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The note was not kept: {file} has no answer yet. Answer first, then press ; again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page was not printed: the printer {printer} did not take it. Nothing was changed. See whether it is switched on, or write the page as a PDF file (Ctrl+E).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The part asked for lies outside the picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The path is on the clipboard with characters that cannot be seen, such as a line break: {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The path is on the clipboard: {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pictures are renderings at 8 bits of at most {edge} px an edge: they do not prove what the files hold. The files themselves, with the SHA-256 given, are the evidence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The process that read it answered with nonsense ({error}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The process that reads pictures could not be started ({error}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program is closing; it was not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The quarantine {folder} cannot be used: {why}. Nothing was moved. Make the folder accessible or choose another one, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The quarantine {folder} is in use by {user} on {host} (process {process}). Nothing was moved. Wait until that run has ended, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The quarantine {folder} was written by a newer Dedup Desk. Nothing was moved. Update this program, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The receipt {name} cannot be read ({error}). Nothing was compared with it; check its path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The receipt {name} names entry {seq} of chain {chain}, which the history does not hold any more as it was. Entries were removed or changed; keep this file and compare it with its backups.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record beside {file} in quarantine differs from the project. Keep both, and ask who changed it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record {file} cannot be believed ({why}). Keep it; the project file holds the same facts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report is in {file}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The round has its winner: Enter makes it the kept copy, Esc leaves the round.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The round was left; nothing was decided in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run stopped at {file}: {cause}. Nothing is lost; what was moved before is complete. Mend that, then start again: the unfinished step is settled first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sample could not be written to {name} ({reason}). What is there can stay; make room or rights and give the same command again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sample is already in {folder}, {size}. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table {table} of the project is not what the decision history adds up to. Keep this file and compare it with its backups.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The three things lie on one line, which does not say how the pictures lie. Click the third one farther away from it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two copies of this project both moved the same image. Nothing was taken over; put it back in one of them first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two copies of this project disagree about what happened: at least one was changed outside this program. Nothing was taken over; verify both copies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two could not be compared; look at them yourself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no earlier page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no further page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no group {group} in this project now. Nothing was written; `report PROJECT clusters` lists the groups.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no report called {kind}. Nothing was written; choose one of {kinds}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These groups were joined anew later, or a note was put to the join. Take that later entry back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These pages could not be compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These two were not compared with each other, only with the fullest picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They could not be compared because of an error of ours; the log has the details.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This alignment does not hold any more: the two were aligned anew later, or as measured. Take the later entry back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This answer about {file} does not hold any more: a later entry replaced it. Search for the file and take that later entry back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This answer about {file} was taken back already: nothing is decided about it now. To answer again, go to its group on the review screen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This desktop has no program that opens it. The file lies here: {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This entry itself took a join back, so there is nothing to take back. To join the groups again, go to them on the review screen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This entry itself took an alignment by hand back, so there is nothing to take back. To align the two again, go to them on the review screen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This entry itself took an answer about {file} back, so there is nothing to take back. To answer again, go to its group on the review screen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This entry says what happened, not what somebody decided: there is nothing to take back. Decisions, joins and alignments by hand can be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file system does not take the name {wanted}; it is called {written}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the first group shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the last group shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This join was taken back already: the groups stand by themselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This project is only read here, so nothing of it can be taken back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This text belongs to an image that is in quarantine or on its way: without it the image could not be put back. Nothing was erased; put the image back first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To check later: keep this sheet away from the project, unchanged, and give it to `dedup-desk verify PROJECT --receipt SHEET`. It tells whether everything that stood in the history at this moment still stands there; what was added since is in order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tone and colour: {found}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too plain for that, compared as a whole</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undecided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undecided: nobody has decided about any of these {all} images.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undecided; proposed: keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undecided; proposed: set aside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unreadable files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version: keep both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits in the round</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watermark or logo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What decided: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the redundant copies are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this page does not prove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When this page was made, all {entries} entries agreed with their hashes and chains.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When this page was made, the decision history disagreed with itself in {count} places; the first: {kind}, chain {chain}, entry {seq}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When this page was made, the decision history disagreed with itself: {kind}, chain {chain}, entry {seq}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where they differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which file this was about was erased, so it cannot be taken back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work pile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work pile by work pile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written down by people (IPTC or XMP)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You kept another copy than proposed: use the keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a border or caption, {added} % of its area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a file was away, so only the small pictures were compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a mark or logo laid over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a mark or logo laid over, {width} % wide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a negative: light and dark exchanged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a pair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>agreement {score}, measured now and not kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>agreement {score}, {bits} of 64 fingerprint bits differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another scan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another scan, perhaps of another print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as warm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>black and white</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>black at {lowest}, white at {highest}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>byline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>caption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>certain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed in places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>colour saturation {percent} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cooler</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>credit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>crop or border</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>date of the film&apos;s scan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>date of the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>date of the print&apos;s scan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>date of the scan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>date taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>document number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>en</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>file {at} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>format or size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fullest copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>headline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the companion file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not there any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>item number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>joined by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keywords</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left and right exchanged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>less contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>likely</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lossless</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lossy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>much of the picture differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no profile, shown as sRGB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no profile: taken as {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one changed area {width} % wide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other tones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>page {page} of {pages}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>permission is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>place on the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>profile damaged or of another kind, not used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>progressive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quality ~{quality}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>resized to {width} x {height} pixels ({percent} %)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row by row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>saved once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>saved {count} times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>small lettering: another word may not show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the colour differs in places only, {share} % of the area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the connection to the disk is lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the details agree too little</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the disk does not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the disk is gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the disk is read-only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the disk reports a read or write error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the folder cannot be read ({reason})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the lettering is too small to tell another page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the name is taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the quarantine is on another disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>they look alike, and more is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tone or colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tones slightly different</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too little speaks for a copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too many files are open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>top and bottom exchanged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>turned by 180°</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>turned by {degrees}° anticlockwise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>turned by {degrees}° clockwise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warmer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>white at {highest}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your share of the disk is used up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{act} ({person})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{alignment}, measured now: page {a} and page {d}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{alignment}, page 1 of each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{alignment}, {points} matching points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{a} has a border or caption that {b} has not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{bits} bit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{bits} bit, compared at 8 bit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{b} also shows what {a} does not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{b} and {a} are in one group because a person says that they show the same picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{b} and {a} were not compared with each other, only through another image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{b} and {a}: {relation} ({sureness}). {statement}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{b} compared with {a}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{b} is the same picture as {a}, compressed again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{b} is the same picture as {a}, saved again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{b} laid on {a}, tones fitted: what is equal is muted, what differs is bright and framed, what {b} does not show is hatched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{b} shows the whole of {a}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{b} shows {shown} % of {a}: {left} % cut at left, {right} % at right, {top} % at top, {bottom} % at bottom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{b} shows {shown} % of {a}: {left} % cut at left, {right} % at right, {top} % at top, {bottom} % at bottom, {corners} % of the rest at the corners</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{b} shows {shown} % of {a}; cut: {left} % at left, {right} % at right, {top} % at top, {bottom} % at bottom. Click or drag to look there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{b}: {part}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} changed areas (from {levels} grey levels on)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} changed areas, the widest {width} % wide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} decided elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} file or folder changed while it was being read, not by this program: {first}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} files or folders changed while they were being read, not by this program; the first is {first}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} marks or logos laid over, the widest {width} % wide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} more of this group stay; show one to read why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} names of one file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} new or larger group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} new or larger groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} new pair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} new pairs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{date} ({source})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} and the copy to keep are one and the same file. It was left alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} can only be reached through a link or on another disk. It was left alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} cannot be read as a UTF-8 text file. Nothing was decided; check the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} cannot be shown: it cannot be reached ({reason}). Its answers are kept. Check that the drive is connected, or read the folders again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} cannot be shown: the folder of {root} is not known on this machine. Nothing was changed. Tell the project where {root} is, then open the group again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} changed after it was read, so it is not shown as the picture you would be deciding on. Its answers are kept. Read the folders again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} could not be drawn because of an error of ours; the log has the details. The file was not touched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} has a second name (a hard link): moving it would free nothing and may touch another record. It was left alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} has changed or gone since it was indexed. Index its folder again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} has changed since it was reviewed. It was left where it is. Index the folder again and decide anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} has moved, and another file has its old name now. Both are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is a link, a folder or a device, not an ordinary file. It was left alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is in quarantine and this project does not know it. It is not lost: recover takes it into the project, then it can be put back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is not in quarantine. Nothing was moved; check the path, it is the one the file had.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is the kept copy in favour of which others were set aside, so its answer stays. Make another image the kept copy first (K).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is the kept copy of this group, so it was not set aside. Make another image the kept copy first (K).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} lacks the columns path (or path_b64) and verdict. Nothing was decided; the members report has them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} should be in the quarantine {quarantine} and is not. Look for it in your backups; the copy that was kept is listed in its decision.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} stayed to the end of the round. Nothing is decided yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} stays the kept copy: {other} was set aside in favour of it by another decision. Take that one back first, or make another image the kept copy on the review screen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} stays: it carries something the kept copy has not ({field}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} stays: it has more levels than the kept copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} stays: it has more pixels than the kept copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} stays: it has transparency.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} stays: it is more than a plain copy, so a person has to decide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} stays: it says something else than the kept copy ({field}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} stays: it shows more than the kept copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} stays: it was not compared with the kept copy itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} stays: its folder is protected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} stays: of several pages only the first was compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} stays: one of the two is tinted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} stays: too small to see whether every word is the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} was changed in quarantine: its bytes are not those that were set aside. Look for the original in your backups.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} was changed while it was being moved. It is at its place with the change. Index the folder again and decide anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} was found in quarantine without being in this project; it is now, and can be put back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} was kept for images in quarantine, and could not be checked: its folder {root} was never opened on this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} was kept for images in quarantine, and is gone or changed. Put those images back before anything else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} was not found where it was reviewed. Nothing was moved. Index the folder again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} was not moved: another file has the name that it should get. Nothing was overwritten; it is where it was. Move the other file away, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} was not moved: what was decided about it has changed since the plan was shown. Look at the plan again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} was not moved: {cause}. It is where it was. Mend that, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} was not put back: another file has its name now, and nothing is ever overwritten. It stays in quarantine. Rename or move the other file, then put it back again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} was not put back: its folder {root} was never opened on this machine. It stays in quarantine. Say where the folder is (--root {root}=FOLDER), then put it back again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} was not set aside: nothing of this group would be left. Keep one of them first (A, D or K).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} will not move now: an earlier move of it is not settled. Recover first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} will not move: a link, a folder or a device has its name now. Look at it there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} will not move: a rule decided it, and this kind needs a person. Look at the pair and decide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} will not move: it and the copy to keep are one and the same file on the disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} will not move: it has a second name (a hard link), so moving it would free nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} will not move: it has changed since it was decided. Index the folder again and decide anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} will not move: it is not where it was reviewed. Index the folder again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} will not move: it is the kept copy of an image in quarantine. Put that image back first, or keep this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} will not move: its folder is not open on this machine. Connect the disk or open the folder, then plan again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} will not move: no copy was named that stays. Decide which copy to keep.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} will not move: nothing can be moved out of its folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} will not move: nothing of its group would stay. Decide which copy to keep.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} will not move: the copy to keep, {kept}, has changed since it was decided. Index the folder again and decide anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} will not move: the copy to keep, {kept}, is itself to be set aside or in quarantine. Decide which of them stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} will not move: the copy to keep, {kept}, is not there. Find it or decide anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} will not move: two people decided differently about it. Look at both answers and decide again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} written ({size}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first}, and {second}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first}; {second}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} and {known} ({label}) lie in one another, so files would be counted twice. Nothing was changed; open the outer folder alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} is in this project already, with the label {known}. Nothing was changed; decisions know it by that label, so leave {label} away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} is not a folder that can be opened. Nothing was changed; check the name, or connect the disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} is not a quarantine of Dedup Desk and is not empty. Nothing was moved. Choose another folder for the quarantine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} is on another machine. Setting aside is tried there with the safe calls it offers; where it offers none, each image is refused and stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{format_b} instead of {format_a}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{format}, {bits} bit, {model}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{format}, {pixels} px, {count} bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{found} = {read} read + {unreadable} unreadable + {skipped} skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{found} files found = {read} images read + {unreadable} unreadable + {skipped} skipped; {measured} measured and {pairs} pairs compared in this run; {groups} groups of copies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{found} files found = {read} images read + {unreadable} unreadable + {skipped} skipped; {measured} measured, details found in {described} and looked for in the others&apos; for {asked}, {pairs} pairs compared in this run; {groups} groups of copies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{given} does not name a folder for a label. Nothing was done; write --root LABEL=DIR with a folder that exists.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{groups} and {pairs}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{letter} is on top</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{letter}: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{levels} cooler</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{levels} warmer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{light}, {warmth}; amber lighter, blue darker, violet other colour (from {threshold} on)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{moved} of {planned} images are back where they were ({size}), {failed} stay in quarantine, {left} were not reached. Nothing was overwritten. The decisions to set them aside still stand and are in the next plan, unless they are taken back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{moved} of {planned} images are in quarantine ({size}, bytes checked before and after), {failed} were not moved, {left} were not reached. Nothing was deleted; all of it can be put back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{moves} images would move to quarantine ({size}; freed now: 0 B), {refusals} will not; interrupted moves: {unsettled}. References: NOT CHECKED. Nothing was moved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} came from elsewhere: you never opened its folders ({labels}) on this machine, so it is only read. Nothing was changed; say where they are (retire, restore and recover take --root LABEL=DIR), or index one of them with --label.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} came with a journal that names another file, which this program never writes. Nothing was opened or changed; ask for the project again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} cannot be copied to be read. It was not changed; check that the disk has room and the file can be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} cannot be made: {folder} does not exist or cannot be written. Choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} cannot be opened for writing: its folder is read-only. Nothing was changed; open it for reading only, or work on a copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} cannot be opened. Nothing was changed; check that the file is there and that you may read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} cannot be written: the file or its folder is read-only. Nothing was changed; allow writing there, or work on a copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} could not be written ({error}). Whatever stood there is as it was; choose another place, or free some space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} does not exist. Check the name, or make a new project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} exists already. It was not changed; choose another name, or open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has no folder yet. Nothing was done; name the folders to index.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has no suffix that names a format. Nothing was written; choose one of {formats}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} holds entries that do not read as a project of this program. It was not changed; verify it, or open one of its backups.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} holds other files. Nothing was written; name a new or empty folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} holds something that this program did not put there ({what}). It could run when the project is read, so the project was not opened and not changed. Use a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is a file. Nothing was written; name a new folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is being written by another program. Nothing was changed; try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is damaged ({what}). It was not changed; open one of its backups instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is damaged or is not a file of this program. It was not changed; open one of its backups (same name, ending in .bak) instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is marked for joining. Go to the group that shows the same picture and press the same key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is no name for a project. Nothing was changed; choose a name that ends in .ddesk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is no receipt of this project&apos;s decision history. Nothing was compared with it; check which project it was made for, and that the sheet is whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not a project of this program. It was not changed; choose a file that ends in .ddesk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is on a network share ({kind}), where a crash or a second writer can damage it. It was not changed; open it for reading only, or copy it to a disk of this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is open for reading only. Nothing was changed; open it for writing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is open for writing: {person} ({account} on {host}, process {pid}). Nothing was changed; close it there, or open it for reading only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} lacks a part that every project has ({what}). It was not changed; use a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} lies in the collection, which is never written to. Nothing was saved; choose a place outside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} lies in the collection, which is never written to. Nothing was written; choose a place outside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} lies in the sample or is there already. The sample is drawn, its truth was not written; name a new file outside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} tries to do something when it is read, or holds something far too large. It was not changed; do not open it, and ask for it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} was written by a newer version of this program (schema {schema}, this version knows {known}). It was not changed; update the program to go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} was written by an older version of this program and must be opened for writing once, so that it can be brought up to date. It was not changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number}: {wide} by {high} px, {left} px from the left and {top} px down on {letter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{one} and {other}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{pages}, with transparency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be kept and set aside at once. Nothing was decided; name another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is not an image this project knows. Nothing was decided; index its folder first, or correct the path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is not inside a folder of this project. Nothing was moved; give the path that the file had before it was set aside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path}: {kind}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{percent} % darker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{percent} % lighter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{project}: {found} files found = {read} read + {unreadable} unreadable + {skipped} skipped; {groups_decided} of {groups} groups decided ({groups_joined} joined by hand), {decisions} decisions; {redundant_copies} redundant copies; {look_pairs} pairs need a person; {open_operations} interrupted moves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rendered} · shown at {wide} by {high} px, {percent} % of its size, 8 bit sRGB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rendered} · stored preview, sharper one on its way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rendered} · {note}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{said} · not aligned, fitted by width: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{scale} · {alignment}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown} of {count} images of the group, laid on A; they zoom and move as one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} or more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size}; freed now 0, freed when destroyed {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{source}: {kind}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{statement} Only page 1 of each was compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{statement} What is shown follows the alignment by hand; the rest is as measured.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{statement} {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{statement}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{state} People who did not know of each other decided differently about {letters}: until somebody who has seen both decides again, nothing is carried out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{subject}, compared with {kept}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} · page {page} of {pages}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{verdict} ({kind})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{why} · D lies on A by its width alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{why} · no difference is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{words} · D turned to lie on A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{words}; hatched is what one of them lacks</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoPrinterDialog</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No printer is set up on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same page can be written as a PDF file and printed elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a PDF file…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoteField</name>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note about joining the two groups; Enter keeps it, Esc leaves it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note about the picture in pane D; Enter keeps it, Esc leaves it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlanCard</name>
    <message>
        <source>Kept copy that replaces it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is decided to be set aside. Decide in Review; what you decide there appears here, and nothing moves before you say so here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuarantinePanel</name>
    <message>
        <source>An image goes back to its own name, with its bytes and times. If that name is taken now, it stays in quarantine and the reason is told; nothing is overwritten.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In quarantine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put back all ({count})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put back its batch ({count})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put back this image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} image in quarantine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} images in quarantine</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QueueHead</name>
    <message>
        <source>Clear the field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number or id of a group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search names and captions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The order of the groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work pile, state, certainty, folder, size and more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown} of {total} shown</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QueueView</name>
    <message>
        <source>Groups to review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No group has the number or id {words}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No group is like that. Change the words or the filters, or show all groups.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{decided} of {total} groups decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{decided} of {total} pairs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecentList</name>
    <message>
        <source>Take off this list</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Retire</name>
    <message>
        <source>bytes of both copies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stays</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RetireView</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put back…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rehearsal, nothing moves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop after this image</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RetireWords</name>
    <message>
        <source>1 · Plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2 · References</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3 · Check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>4 · Move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>5 · Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A replacement record beside each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both copies are read before a move.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bytes and times kept, on the same disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Freed now 0: nothing is destroyed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NOT CHECKED, acknowledged by {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NOT CHECKED; a named person must take it on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No group loses its last copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No kept copy is itself set aside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set aside {count} images…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set aside {count} image…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set aside…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was decided still stands; take it back in Review to keep what was put back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You stopped it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>both copies are read again before any move; the rehearsal does it now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>looking at every decided file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing to set aside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading both copies of each…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rehearsed: every image would move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to quarantine, journaled, can be put back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} could not be settled: look at it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} could not be settled: look at them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} decided image stays: see the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} decided images stay: see the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} image in quarantine; nothing is destroyed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} image put back and read again where it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} image set aside and read again in quarantine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} image with its kept copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} images in quarantine; nothing is destroyed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} images put back, each read again where it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} images set aside, each read again in quarantine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} images, each with its kept copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} not reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} not reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} stayed where it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} stayed where they were.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{good} of {all} read to the end, as reviewed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{moved} would move, {stay} would stay; why is in the list</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReviewFooter</name>
    <message>
        <source>nothing is moved here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>saved {time} · {nothing_moves}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReviewSlot</name>
    <message>
        <source>Open a folder to review what is in it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReviewView</name>
    <message>
        <source>There is nothing to review: no copies were found.
Add another folder to the project, or read the folders again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShellViewModel</name>
    <message>
        <source>Wait until the present work has ended, or stop it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StartView</name>
    <message>
        <source>Everything stays on this machine. Nothing moves unless you decide it, and what moved can be put back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folders and projects you open will be listed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent folders and projects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The light table for near-duplicate pictures.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SurenessCard</name>
    <message>
        <source>How sure the findings are (pairs)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blue: copies; grey: needs a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>certain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>check</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TakeBackDialog</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason for taking it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take this back?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The entry stays as it is; a new one says that {person} took it back, and why. Undo brings it in force again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} image becomes undecided:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} images become undecided:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{files} and {count} more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
