"""What a person can do, joined from engine and store; jobs that report and stop when asked."""
