"""Reports: problems, scorecards and whole plans as text that others read: people, browsers, editors, build servers."""
