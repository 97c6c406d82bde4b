using Sovia.Downloads;
using Sovia.Library;
using Sovia.Tests.Support;

namespace Sovia.Tests.Downloads.Lists;

/// <summary>Addresses that would break out of a list which forgets to escape, each of them allowed as such.</summary>
internal static class HostileUrls
{
    private static readonly string[] Names =
    [
        "plain.jpg", "it's.jpg", "\"double\".jpg", "`touch pwned`.jpg", "$(touch pwned).jpg", "${IFS}.jpg", "a b  c.jpg", "-rf.jpg",
        "--config.jpg", "#1 of #2.jpg", "per%25cent.jpg",
        "%2541.jpg", "grün-日本-\U0001F600.jpg", "a;touch pwned;b.jpg", "a&b|c>d<e.jpg", "[1-3]{a,b}.jpg", "~root.jpg", "!!.jpg", "*?.jpg",
        "‘curly’.jpg", "a,b=c.jpg", "',@$x.jpg",
        "out=x dir=y.jpg", "'; touch pwned; '.jpg", "line%20end.jpg?a=b&c='d' $(e)", "x@y.jpg", "^caret^.jpg", "a+b.jpg", "(1).jpg",
    ];

    /// <summary>A post for each.</summary>
    public static IReadOnlyList<Post> Posts { get; } = [.. Names.Select(name => Make.Still() with
    {
        MediaUrl = $"https://imagine-public.x.ai/imagine-public/-images/{name.Replace("#", "%23").Replace("*?", "*%3F")}",
    })];

    /// <summary>What is wanted of them.</summary>
    public static IReadOnlyList<MissingFile> MissingFiles { get; } =
        [.. Posts.SelectMany(post => MissingFileSelector.ForPost(post, [DownloadRole.Media], (_, _) => false))];
}
