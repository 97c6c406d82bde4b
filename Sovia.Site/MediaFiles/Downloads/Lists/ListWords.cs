namespace Sovia.MediaFiles.Downloads.Lists;

/// <summary>What a list says of itself, in lines of plain ASCII.</summary>
internal static class ListWords
{
    /// <summary>What the list holds and what its hosts ask for.</summary>
    public static IEnumerable<string> About(HostAccess access) => access switch
    {
        HostAccess.Public =>
        [
            "Sovia: media that are missing here and lie on public hosts. They need no account and no cookie.",
            "Some may be gone at the source; those answer 404 and are left out.",
        ],
        _ =>
        [
            "Sovia: media that are missing here and that assets.grok.com hands only to the browser that made them.",
            "What you need: be signed in to grok.com in a browser and save its cookies for that site as cookies.txt",
            "(Netscape format; browser extensions do that) beside this list. A cookie is as good as your password:",
            "keep the file to yourself and delete it afterwards. Sovia neither asks for it nor sees it.",
            "An answer of 401 or 403 means that the cookies have run out.",
        ],
    };

    /// <summary>Writes lines as comments.</summary>
    public static void Comment(TextWriter writer, string mark, IEnumerable<string> lines)
    {
        foreach (var line in lines) writer.Write($"{mark} {line}\n");
    }
}
