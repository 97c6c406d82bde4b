using Sovia.Curation;

namespace Sovia.Pages.Posts;

/// <summary>Reads what the controls of a post send.</summary>
internal static class AnnotateForm
{
    /// <summary>The form; null where none was sent, or one too large.</summary>
    public static async Task<IFormCollection?> OfAsync(HttpRequest request, CancellationToken ct)
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

    /// <summary>The change as it was written; <see cref="CheckChange"/> judges it.</summary>
    public static Change Read(IFormCollection form) => new()
    {
        Liked = Flag(form, "liked"),
        Rating = form.ContainsKey("rating") ? int.TryParse(form["rating"], System.Globalization.CultureInfo.InvariantCulture, out var stars) ? stars : -1 : null,
        Tags = form.ContainsKey("tags") ? Tags(form["tags"]) : null,
        AddTags = Tags(form["addtag"]) is { Count: > 0 } added ? added : null,
        RemoveTags = Tags(form["removetag"]) is { Count: > 0 } removed ? removed : null,
        Note = form.ContainsKey("note") ? form["note"].ToString() : null,
        Title = form.ContainsKey("title") ? form["title"].ToString() : null,
        Hidden = Flag(form, "hidden"),
        Trashed = Flag(form, "trashed"),
    };

    /// <summary>Whether it bears stamps of the texts as they were shown.</summary>
    public static bool HasStamps(IFormCollection form) => form.ContainsKey("title_was") || form.ContainsKey("note_was");

    /// <summary>Where to return to: what the form says, else the page that sent it, else the post. Only addresses of this site.</summary>
    public static string Back(IFormCollection form, HttpRequest request, Guid id)
    {
        if (form["back"].ToString() is { Length: > 1 and < 4000 } back && IsLocal(back)) return back;
        return Uri.TryCreate(request.Headers.Referer, UriKind.Absolute, out var from) && from.Authority == request.Host.Value && !from.AbsolutePath.EndsWith("/annotate", StringComparison.Ordinal) && IsLocal(from.PathAndQuery)
            ? from.PathAndQuery : $"/posts/{id}";
    }

    private static bool IsLocal(string address) => address[0] == '/' && address[1] is not ('/' or '\\') && address.All(sign => char.IsAscii(sign) && !char.IsControl(sign));

    private static bool? Flag(IFormCollection form, string name) => form[name].LastOrDefault()?.ToLowerInvariant() switch { "true" => true, "false" => false, _ => null };

    private static List<string> Tags(IEnumerable<string?> values) =>
        [.. values.SelectMany(value => (value ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];
}
