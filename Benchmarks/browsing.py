"""How a list of 100,000 creators feels on a cheap phone: Chromium with a processor slowed down four times and a slow 4G line.

    python3 Benchmarks/browsing.py PUBLIC [--market ID] [--runs 5]

PUBLIC is the `public/` of a built site; nginx serves it, compressed, with no server of Plaza behind it. Printed are medians:
LCP (largest contentful paint) and CLS (layout shift) of a first visit with an empty cache, and the time from a click on a
filter to the next frame (INP), as the browser's own Event Timing reports it, and to the answer that is shown.
"""
import argparse
import json
import pathlib
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time

SLOW_4G = {"offline": False, "latency": 150, "downloadThroughput": 1_638_400 / 8, "uploadThroughput": 750_000 / 8}
SLOWDOWN = 4
CONFIGURATION = """
daemon off; pid {folder}/pid; error_log {folder}/errors;
events {{}}
http {{
  include /etc/nginx/mime.types; access_log off; client_body_temp_path {folder}; proxy_temp_path {folder};
  fastcgi_temp_path {folder}; uwsgi_temp_path {folder}; scgi_temp_path {folder};
  gzip on; gzip_comp_level 6; gzip_types text/css application/javascript text/javascript image/svg+xml application/octet-stream;
  server {{ listen 127.0.0.1:{port}; root {public}; }}
}}
"""
OBSERVE = """
window.measured = {lcp: 0, cls: 0, events: []};
new PerformanceObserver(list => { for (const each of list.getEntries()) measured.lcp = each.startTime; })
  .observe({type: 'largest-contentful-paint', buffered: true});
new PerformanceObserver(list => { for (const each of list.getEntries()) if (!each.hadRecentInput) measured.cls += each.value; })
  .observe({type: 'layout-shift', buffered: true});
new PerformanceObserver(list => { for (const each of list.getEntries()) if (each.interactionId) measured.events.push(each.duration); })
  .observe({type: 'event', durationThreshold: 16, buffered: true});
"""


def serve(public, folder):
    """Starts nginx on a free port; gives the process and the port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    (folder / "nginx.conf").write_text(CONFIGURATION.format(folder=folder, port=port, public=public))
    program = shutil.which("nginx") or sys.exit("nginx is not installed")
    server = subprocess.Popen([program, "-p", folder, "-c", folder / "nginx.conf"])
    for _ in range(50):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return server, port
        time.sleep(0.1)
    sys.exit("nginx does not start")


def visit(browser, address):
    """One first visit: its figures."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, device_scale_factor=2, is_mobile=True, has_touch=True)
    page = context.new_page()
    page.set_default_timeout(60_000)
    page.add_init_script(OBSERVE)
    tools = context.new_cdp_session(page)
    tools.send("Network.enable")
    tools.send("Network.emulateNetworkConditions", SLOW_4G)
    tools.send("Emulation.setCPUThrottlingRate", {"rate": SLOWDOWN})
    received = []
    tools.on("Network.loadingFinished", lambda event: received.append(event["encodedDataLength"]))
    page.goto(address, wait_until="networkidle")
    first = page.evaluate("({lcp: measured.lcp, cls: measured.cls})") | {"bytes": sum(received)}
    page.locator(".rail > summary").tap()
    page.evaluate("measured.events.length = 0")
    before = page.locator("#results").get_attribute("data-total")
    started = time.monotonic()
    page.locator("input[name=quick]").first.tap()
    page.locator(f"#results[data-total]:not([aria-busy=true]):not([data-total='{before}'])").wait_for(state="attached")
    answered = (time.monotonic() - started) * 1000
    page.wait_for_timeout(500)
    after = page.evaluate("({inp: Math.max(0, ...measured.events), cls_after: measured.cls})")
    context.close()
    return first | after | {"answered": answered}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("public", type=pathlib.Path)
    parser.add_argument("--market", default="ID")
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        server, port = serve(options.public.resolve(), pathlib.Path(name))
        try:
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
            runs = [visit(browser, f"http://127.0.0.1:{port}/{options.market}/") for _ in range(options.runs)]
            browser.close()
        finally:
            server.terminate()
            server.wait()
    medians = {key: round(statistics.median(run[key] for run in runs), 4) for key in runs[0]}
    print(json.dumps({"runs": options.runs, "medians": medians, "worst": {key: max(run[key] for run in runs) for key in medians}}, indent=2))


if __name__ == "__main__":
    main()
