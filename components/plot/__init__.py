"""A figure drawn by Plotly: its browser code fetches Plotly's and keeps the figure as wide as its place."""
