"""The frame of the window: header, notices, actions and what they do, and where pages lie."""
