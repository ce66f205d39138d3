// The least an Electron app can do: one window of our size with one line of text. What Tokenbook is measured against.
const { join } = require('node:path')
const { app, BrowserWindow } = require('electron')

app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 800, show: false })
  window.once('ready-to-show', () => window.show())
  void window.loadFile(join(__dirname, 'page.html'))
})
app.on('window-all-closed', () => app.quit())
