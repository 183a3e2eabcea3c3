"""The product without a screen: content, diagrams, decisions, calculators. Never imports Streamlit."""
