namespace Sovia.Pages.Import;

/// <summary>One way to get an export.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Brings">What it brings, in a few words.</param>
/// <param name="Picture">The file of its picture.</param>
/// <param name="Shows">What the picture shows, for those who cannot see it.</param>
/// <param name="Steps">What to do, in order; a part in <c>*</c> is what the site or the browser calls it.</param>
/// <param name="Note">What else is worth knowing, or null.</param>
/// <param name="Script">What to paste into the console, or null.</param>
public sealed record Guide(string Name, string Brings, string Picture, string Shows, IReadOnlyList<string> Steps, string? Note = null, string? Script = null)
{
    private const string NeverKept = "Of a recording Sovia reads the answers about posts, and the pictures and clips in it. Cookies, headers and everything else in it are never kept, logged or shown. It still holds your log-in: delete it afterwards, and give it to nobody.";

    private const string Page = "Open grok.com/imagine/favorites, then the developer tools (*F12*, on a Mac *⌥⌘I*) and there *Network*.";

    private const string Scroll = "Reload the page and scroll to its end, so that all you want is loaded while the tools are open.";

    // Nothing leaves the page it is pasted into but requests to that page's own site.
    private const string Dump = """
        (async () => {
          const posts = [];
          for (let cursor; ; ) {
            const answer = await fetch("/rest/media/post/list", {
              method: "POST",
              headers: { "content-type": "application/json" },
              body: JSON.stringify({ limit: 40, cursor, filter: { source: "MEDIA_POST_SOURCE_LIKED" } }),
            });
            if (!answer.ok) { console.error("The site answered", answer.status); break; }
            const page = await answer.json();
            posts.push(...(page.posts ?? []));
            console.log(posts.length, "posts so far");
            if (!page.nextCursor || page.nextCursor === cursor) break;
            cursor = page.nextCursor;
            await new Promise(resolve => setTimeout(resolve, 500));
          }
          const link = document.createElement("a");
          link.href = URL.createObjectURL(new Blob([JSON.stringify(posts)], { type: "application/json" }));
          link.download = "grok-posts.json";
          link.click();
        })();
        """;

    /// <summary>All of them, the one that brings most for least first.</summary>
    public static IReadOnlyList<Guide> All { get; } =
    [
        new("From the browser's console", "Everything about your favourites, no files", "console.svg", "The console of the developer tools with a few lines pasted in, and a file grok-posts.json that was downloaded",
            ["Open grok.com/imagine, signed in, then the developer tools (*F12*, on a Mac *⌥⌘I*) and there *Console*.", "Copy the lines below, paste them there and press Enter. Some browsers first want *allow pasting* typed.", "grok-posts.json is downloaded when all pages are read. Choose it above."],
            "Never paste into a console what you do not understand. These lines ask grok.com for your own list, page by page, and save it; nothing is sent anywhere else.", Dump),
        new("A recording with Chrome or Edge", "Posts, and files that were loaded", "har-chrome.svg", "The network tab with Preserve log ticked and the arrow for exporting marked",
            [Page, "Tick *Preserve log*.", Scroll, "Press the arrow downwards, *Export HAR*. The sanitized one is enough."], NeverKept),
        new("A recording with Firefox", "Posts, and files that were loaded", "har-firefox.svg", "The network tab with its gear menu open at Save all as HAR",
            [Page, "In the gear menu tick *Persist logs*.", Scroll, "In the gear menu choose *Save all as HAR*."], NeverKept),
        new("A recording with Safari", "Posts, and files that were loaded", "har-safari.svg", "The network tab with Preserve Log ticked and Export marked",
            ["Turn on *Show features for web developers* in Safari's settings, under *Advanced*.", Page, "Tick *Preserve Log*.", Scroll, "Press *Export*."], NeverKept),
        new("The account export of xAI", "Pictures and prompts, no likes and no families", "account.svg", "The page with your data, its button for downloading, and the archive that comes by mail",
            ["Open accounts.x.ai/data and ask for your data.", "When the mail has come, choose the archive above as it is, or the unpacked folder."],
            "What it tells of log-ins and payments is never opened. It does not say which video was made from which picture: add one of the others, and the two are put together."),
    ];
}
