namespace Sovia.Downloads.Lists;

/// <summary>Explanatory comments for lists, in plain ASCII.</summary>
internal static class ListComments
{
    /// <summary>Describes the content of the list and the access that its hosts require.</summary>
    public static IEnumerable<string> Describe(HostAccess access) => access switch
    {
        HostAccess.Public =>
        [
            "Sovia: missing files on public hosts. No account or cookie needed.",
            "Files that no longer exist at the source return 404 and are skipped.",
        ],
        _ =>
        [
            "Sovia: missing files that assets.grok.com serves only to a signed-in browser.",
            "Sign in to grok.com in a browser and save its cookies for that site as cookies.txt",
            "(Netscape format, with a browser extension) next to this list. Treat cookies like your password:",
            "keep the file to yourself and delete it afterwards. Sovia never asks for it or sees it.",
            "A 401 or 403 response means the cookies have expired.",
        ],
    };

    /// <summary>Writes lines as comments.</summary>
    public static void WriteComments(TextWriter writer, string mark, IEnumerable<string> lines)
    {
        foreach (var line in lines) writer.Write($"{mark} {line}\n");
    }
}
