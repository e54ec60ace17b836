"""The components that pages are built from; each draws with the theme and knows no business."""
