namespace Sovia.Pages.Import;

/// <summary>A guide to one way of exporting data from Grok.</summary>
/// <param name="Name">The name.</param>
/// <param name="Summary">A short summary of what the export contains.</param>
/// <param name="ImageFile">The file name of the illustration.</param>
/// <param name="ImageAlt">The alternative text of the illustration.</param>
/// <param name="Steps">The steps in order; <c>*</c> encloses labels of the site or the browser.</param>
/// <param name="Note">An additional note, or null.</param>
/// <param name="Script">A script to paste into the console, or null.</param>
public sealed record ExportGuide(string Name, string Summary, string ImageFile, string ImageAlt, IReadOnlyList<string> Steps,
    string? Note = null, string? Script = null)
{
    private const string HarPrivacyNote =
        "Sovia reads only post data, images and videos from a HAR file. It never stores, logs or shows cookies or headers. The file "
        + "itself still contains your sign-in: delete it afterwards and don't share it.";

    private const string OpenNetworkStep = "Open grok.com/imagine/favorites, open developer tools (*F12*, or *⌥⌘I* on a Mac) and select *Network*.";

    private const string ReloadStep = "Reload the page and scroll to the end so that everything loads while developer tools are open.";

    // The script sends requests only to the site it is pasted into.
    private const string ConsoleScript = """
        (async () => {
          const posts = [];
          for (let cursor; ; ) {
            const answer = await fetch("/rest/media/post/list", {
              method: "POST",
              headers: { "content-type": "application/json" },
              body: JSON.stringify({ limit: 40, cursor, filter: { source: "MEDIA_POST_SOURCE_LIKED" } }),
            });
            if (!answer.ok) { console.error("Grok answered", answer.status); break; }
            const page = await answer.json();
            posts.push(...(page.posts ?? []));
            console.log(posts.length, "items so far");
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

    /// <summary>All guides, starting with the one that exports most for least effort.</summary>
    public static IReadOnlyList<ExportGuide> All { get; } =
    [
        new("Browser console script", "Full details of your favourites, without files", "console.svg",
            "Developer console with the script pasted in, and the downloaded file grok-posts.json",
            ["Sign in at grok.com/imagine, open developer tools (*F12*, or *⌥⌘I* on a Mac) and select *Console*.",
                "Copy the script below, paste it into the console and press Enter. Some browsers ask you to type *allow pasting* first.",
                "When the script finishes, your browser downloads grok-posts.json. Choose that file above."],
            "Only paste scripts you trust. This one requests your own list from grok.com page by page and saves it to a file. It sends "
            + "nothing anywhere else.", ConsoleScript),
        new("HAR file from Chrome or Edge", "Details, plus any files the page loaded", "har-chrome.svg",
            "Network tab with Preserve log ticked and the export arrow highlighted",
            [OpenNetworkStep, "Tick *Preserve log*.", ReloadStep, "Click the download arrow (*Export HAR*). The sanitised version is enough."], HarPrivacyNote),
        new("HAR file from Firefox", "Details, plus any files the page loaded", "har-firefox.svg",
            "Network tab with the gear menu open at Save all as HAR",
            [OpenNetworkStep, "Open the gear menu and tick *Persist logs*.", ReloadStep, "Open the gear menu and choose *Save all as HAR*."], HarPrivacyNote),
        new("HAR file from Safari", "Details, plus any files the page loaded", "har-safari.svg",
            "Network tab with Preserve Log ticked and Export highlighted",
            ["Turn on *Show features for web developers* in Safari's settings, under *Advanced*.", OpenNetworkStep, "Tick *Preserve Log*.", ReloadStep,
                "Click *Export*."], HarPrivacyNote),
        new("xAI account export", "Images and prompts, without likes or stacks", "account.svg",
            "Data page with its download button, and the archive that arrives by email",
            ["Open accounts.x.ai/data and request your data.", "When the email arrives, choose the archive above, or the unpacked folder."],
            "Sovia never opens sign-in or payment data. This export doesn't say which video came from which image. Add one of the "
            + "exports above and Sovia combines them."),
    ];
}
