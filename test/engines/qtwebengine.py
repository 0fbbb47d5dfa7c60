"""A window of Debian's QtWebEngine (the engine of Chrome 87) that does what lines of JSON on its input say.

    {"do": "open", "url": …, "width": …}   loads a page; answers when it has loaded
    {"do": "run", "script": …}             answers with the value of an expression, as text in JSON
    {"do": "picture", "file": …}           writes what the window shows as PNG

Each answer is a line of JSON: {"value": …}. Uncaught errors and errors of the console come as {"complaint": …}. It
ends when its input ends.
"""

import json
import os
import sys

from PyQt5.QtCore import QSocketNotifier, QUrl
from PyQt5.QtWebEngineWidgets import QWebEnginePage, QWebEngineProfile, QWebEngineView
from PyQt5.QtWidgets import QApplication


def say(line):
    sys.stdout.write(json.dumps(line, ensure_ascii=False) + '\n')
    sys.stdout.flush()


class Page(QWebEnginePage):
    def javaScriptConsoleMessage(self, level, message, line, source):
        # The engine knows no 'wasm-unsafe-eval' and reports the word; it has no consequence.
        if level == QWebEnginePage.ErrorMessageLevel and 'invalid source' not in message:
            say({'complaint': '%s (%s:%d)' % (message, source, line)})


app = QApplication([sys.argv[0], '--no-sandbox'])
# A profile without a name keeps nothing on the disk.
profile = QWebEngineProfile()
profile.setHttpAcceptLanguage('zh-CN')
page = Page(profile)
view = QWebEngineView()
view.setPage(page)
view.show()
page.loadFinished.connect(lambda ok: say({'value': ok}))


def obey(order):
    if order['do'] == 'open':
        view.resize(order['width'], 900)
        page.load(QUrl(order['url']))
    elif order['do'] == 'run':
        page.runJavaScript('JSON.stringify((%s))' % order['script'], lambda value: say({'value': value}))
    elif order['do'] == 'picture':
        say({'value': view.grab().save(order['file'])})


rest = b''


def heard():
    global rest
    data = os.read(0, 65536)
    if not data:
        app.quit()
        return
    *lines, rest = (rest + data).split(b'\n')
    for line in lines:
        obey(json.loads(line))


notifier = QSocketNotifier(0, QSocketNotifier.Read)
notifier.activated.connect(heard)
sys.exit(app.exec_())
