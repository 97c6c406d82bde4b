namespace Sovia.Tests.Architecture;

/// <summary>The allowed dependencies between rooms: the plan's third section as tables. Add new ones here.</summary>
public static class Plan
{
    public static readonly string[] Edges = ["Pages", "Api", "Commands"];

    public static readonly string[] Plumbing = ["Caching", "Storage", "Web"];

    /// <summary>Each noun, and the other nouns it may know.</summary>
    public static readonly Dictionary<string, string[]> Nouns = new()
    {
        // Storage is known for its lock, since two processes must not do the same long work at once, and for the current library.
        // Caching is known for what it keeps, and Jobs for how background work meets faults; neither holds a noun.
        ["Library"] = ["Caching", "Jobs", "Query", "Index", "Text", "Storage"],
        ["Query"] = ["Library", "Index", "Text", "Caching", "Jobs"],
        // Index is known for the words of its rows, which are the text's.
        ["Text"] = ["Caching", "Index"],
        // Rows of the index are made from posts and families.
        ["Index"] = ["Library", "Query", "Text", "Caching", "Jobs", "Storage"],
        ["Curation"] = ["Library", "Query", "Index", "Text", "Caching", "Jobs"],
        ["Metadata"] = [],
        ["Media"] = ["Library", "Index", "Metadata", "Pictures", "Jobs", "Storage"],
        ["Pictures"] = ["Library", "Media", "Metadata", "Jobs", "Storage"],
        ["Downloads"] = ["Library", "Query", "Index", "Media", "Metadata", "Jobs", "Storage"],
        // Curation is known for the likes that posts of earlier versions hold, Index for what is in the trash.
        ["Import"] = ["Library", "Index", "Media", "Metadata", "Downloads", "Curation", "Jobs", "Storage"],
        // What looks the same is told from small pictures of files; decisions about it are changes as all others.
        ["Duplicates"] = ["Library", "Index", "Curation", "Similarity", "Media", "Metadata", "Pictures", "Jobs", "Storage"],
        ["Jobs"] = ["Storage"],
        ["Demo"] = ["Library", "Index", "Media", "Metadata", "Import", "Jobs", "Caching", "Storage"],
        ["Seeding"] = ["Library", "Index", "Import", "Storage"],
        ["Collections"] = ["Library", "Query", "Index", "Text", "Curation"],
        ["Culling"] = ["Curation"],
        // Preferences say how long the trash keeps posts.
        ["Trash"] = ["Library", "Index", "Curation", "Preferences", "Media", "Jobs"],
        ["Compare"] = ["Library", "Index", "Curation"],
        ["Preferences"] = ["Library", "Query", "Index", "Text"],
        // Storage is known for the folders and names of libraries.
        ["Similarity"] = ["Library", "Index", "Text", "Caching", "Jobs", "Storage"],
        ["Prompts"] = ["Library", "Query", "Index", "Text", "Caching", "Jobs", "Storage"],
        ["Stats"] = ["Caching", "Library", "Index", "Query"],
    };

    /// <summary>Where files of the disk may be touched.</summary>
    public static readonly string[] MayTouchFiles =
        ["Media", "Metadata", "Pictures", "Downloads", "Import", "Demo", "Similarity", "Storage", "Commands", ""];

    /// <summary>Web types that the SDK's implicit usings make available in every file.</summary>
    public static readonly string[] WebTypes =
    [
        "HttpContext", "HttpRequest", "HttpResponse", "IFormFile", "IFormFileCollection", "IResult", "TypedResults", "RequestDelegate",
        "IHttpContextAccessor", "LinkGenerator", "WebApplication", "WebApplicationBuilder", "IApplicationBuilder", "IEndpointRouteBuilder",
        "IWebHostEnvironment",
    ];

    private static readonly string[] Store = ["Marten", "Weasel", "JasperFx", "Npgsql"];

    private static readonly string[] Terminal = ["Spectre.Console", "System.CommandLine"];

    public static bool Exists(string room) => room == "" || Nouns.ContainsKey(room) || Edges.Contains(room) || Plumbing.Contains(room);

    /// <summary>The rooms a file may name beside its own.</summary>
    public static IEnumerable<string> MayKnow(SourceFile file) => file.Room switch
    {
        "" => [.. Nouns.Keys, .. Edges, .. Plumbing],
        // What is computed for several callers is computed in the library of the first.
        "Caching" => ["Storage"],
        // Pages are kept whole while nothing changes.
        "Pages" => [.. Nouns.Keys, "Web", "Caching"],
        // Families are kept as JSON while nothing of them changes.
        "Api" => [.. Nouns.Keys, "Web", "Caching"],
        "Commands" => [.. Nouns.Keys, "Storage"],
        _ => Nouns.GetValueOrDefault(file.Room, []),
    };

    /// <summary>The namespaces of others a file must not name.</summary>
    public static IEnumerable<string> MustNotUse(SourceFile file)
    {
        if (file.Room != "Caching" && file.Room != "") yield return "StackExchange.Redis";
        // The engine behind jobs is known to their room alone.
        if (file.Room != "Jobs") yield return "Hangfire";
        foreach (var name in file.Room switch
        {
            "" or "Commands" => [],
            "Storage" => [.. Terminal, "Microsoft.AspNetCore.Mvc"],
            "Caching" => [.. Store, .. Terminal],
            // The error page tells a database that is away from a fault; that much it may know.
            "Web" => [.. Store.Except(["Npgsql"]), .. Terminal],
            // A probe asks the database itself; nothing else at an edge goes past the nouns.
            "Api" when file.Name == "PostgresHealthCheck.cs" => [.. Terminal, "Marten"],
            "Pages" or "Api" => [.. Store, .. Terminal],
            _ => NounsMustNotUse(file),
        })
            yield return name;
    }

    private static string[] NounsMustNotUse(SourceFile file) =>
        file.Name.EndsWith("Registration.cs", StringComparison.Ordinal)
            ? ["Microsoft.AspNetCore", "Htmx", .. Terminal]
            : ["Microsoft.AspNetCore", "Htmx", .. Terminal, "Microsoft.Extensions.DependencyInjection",
                "Microsoft.Extensions.Configuration", "Microsoft.Extensions.Hosting"];
}
