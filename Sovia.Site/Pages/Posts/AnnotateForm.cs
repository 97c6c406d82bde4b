using Sovia.Curation;

namespace Sovia.Pages.Posts;

/// <summary>Parses the form of a post's controls.</summary>
internal static class AnnotateForm
{
    /// <summary>Returns the form; null if there is none or it is too large.</summary>
    public static async Task<IFormCollection?> ReadFormAsync(HttpRequest request, CancellationToken ct)
    {
        try
        {
            return request.HasFormContentType ? await request.ReadFormAsync(ct) : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>Returns the change as submitted; <see cref="ChangeValidator"/> validates it.</summary>
    public static Change ParseChange(IFormCollection form) => new()
    {
        Liked = ParseFlag(form, "liked"),
        Rating = form.ContainsKey("rating") ? int.TryParse(form["rating"], System.Globalization.CultureInfo.InvariantCulture, out var rating)
        ? rating : -1 : null,
        Tags = form.ContainsKey("tags") ? ParseTags(form["tags"]) : null,
        AddTags = ParseTags(form["addtag"]) is { Count: > 0 } addedTags ? addedTags : null,
        RemoveTags = ParseTags(form["removetag"]) is { Count: > 0 } removedTags ? removedTags : null,
        Note = form.ContainsKey("note") ? form["note"].ToString() : null,
        Title = form.ContainsKey("title") ? form["title"].ToString() : null,
        Hidden = ParseFlag(form, "hidden"),
        Trashed = ParseFlag(form, "trashed"),
    };

    /// <summary>Returns whether the form has the texts as they were when it was rendered.</summary>
    public static bool HasStamps(IFormCollection form) => form.ContainsKey("title_was") || form.ContainsKey("note_was");

    /// <summary>Returns the URL to return to; the post's page if none is known.</summary>
    public static string GetReturnUrl(IFormCollection form, HttpRequest request, Guid id) =>
        ReturnUrlResolver.Resolve(form, request, $"/posts/{id}", excludedSuffix: "/annotate");

    private static bool? ParseFlag(IFormCollection form, string name) =>
        form[name].LastOrDefault()?.ToLowerInvariant() switch { "true" => true, "false" => false, _ => null };

    private static List<string> ParseTags(IEnumerable<string?> values) =>
        [.. values.SelectMany(value => (value ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];
}
