// The same moment as Tokenbook's own mark: after the frame that shows the content.
requestAnimationFrame(() => setTimeout(() => performance.mark('empty:painted'), 0))
