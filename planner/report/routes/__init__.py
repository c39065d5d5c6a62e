"""Routes in words, in rows, as a chart, and on paper."""
