using Sovia.Import.Json;
using Sovia.Library.Urls;

namespace Sovia.Import.Containers;

/// <summary>Counts the ids in a text and those that were recognised as posts, so that a difference can be reported.</summary>
/// <param name="limits">The maximum number of ids to count.</param>
internal sealed class IdCounter(ReadLimits limits)
{
    private readonly HashSet<Guid> recognisedIds = [];
    private readonly HashSet<Guid> postIds = [];
    private readonly HashSet<Guid> ignoredIds = [];

    /// <summary>Adds a URL or id that was recognised, with all ids in it.</summary>
    public void AddRecognised(string link)
    {
        if (recognisedIds.Count >= limits.Nodes) return;
        recognisedIds.UnionWith(GuidParser.FindAll(link));
        if (GrokUrl.ParsePostId(link) is { } id) postIds.Add(id);
    }

    /// <summary>Adds the ids in a part of the text in which nothing was recognised.</summary>
    public void AddIgnored(string text)
    {
        if (ignoredIds.Count < limits.Nodes) ignoredIds.UnionWith(GuidParser.FindAll(text));
    }

    /// <summary>Creates the issue for the user; null if no id was ignored.</summary>
    public JsonItem? CreateIssue(ReadContext context)
    {
        ignoredIds.ExceptWith(recognisedIds);
        return ignoredIds.Count == 0 ? null : context.CreateIssue(IssueCode.EntriesIgnored, "$",
            $"The file has {ignoredIds.Count + postIds.Count:N0} IDs, and {postIds.Count:N0} were read as post IDs. The other {ignoredIds.Count:N0} are neither in a post URL nor on a line of their own.");
    }
}
