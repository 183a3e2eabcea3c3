"""Small line charts: what they show, as rows of numbers too, and their drawing."""
