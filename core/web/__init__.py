"""What the server does beside Streamlit: the cookie, headers, routes."""
