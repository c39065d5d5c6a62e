"""What the window's start needs: one window a store, faults told, and a way on without a store."""
