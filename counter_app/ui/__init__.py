"""Rendering, focus, keys, translation. Decides nothing about the business."""
