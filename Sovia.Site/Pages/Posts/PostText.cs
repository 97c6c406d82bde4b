using Sovia.Library;
using Sovia.Library.Browsing;

namespace Sovia.Pages.Posts;

/// <summary>A text of a post, and whose words it is.</summary>
/// <param name="Heading">Whose words.</param>
/// <param name="Text">The words.</param>
/// <param name="ElementId">The id of the element that holds them, for the copy button.</param>
public sealed record PostText(string Heading, string Text, string ElementId)
{
    private const string Original = "original", Own = "Prompt";

    // What more words say narrows a search no further.
    private const int Searched = 12;

    /// <summary>
    /// The gallery of whatever has the first of these words one after the other; null where they are shown in another form as well.
    /// </summary>
    public string? SearchUrl =>
        ElementId == Original ? null
        : $"/?search={Uri.EscapeDataString($"\"{string.Join(' ', Text.Replace('"', ' ').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(Searched))}\"")}";

    /// <summary>The page of the prompt, with all that was made from it; null for words that are no prompt of this post.</summary>
    public string? PromptUrl => Heading == Own && PromptKey.Compute(Text) is { } key ? Prompts.PromptCard.GetUrl(key) : null;

    /// <summary>
    /// The user's own words, as they were sent where they are shown otherwise, and the model's caption; where there is neither, what the
    /// family offers.
    /// </summary>
    public static IReadOnlyList<PostText> FromFamily(FamilyView view)
    {
        var own = new[]
        {
            view.Post.UserPrompt is { } prompt ? new PostText(Own, prompt, "prompt") : null,
            view.Post.Caption is { } caption ? new PostText("Caption", caption, "caption") : null,
            view.Post.OriginalPrompt?.Trim() is { Length: > 0 } sent && sent != view.Post.UserPrompt
            ? new PostText("Original prompt", sent, Original) : null,
        }.OfType<PostText>().ToList();
        if (own.Count > 0 || view.GetPrompt(view.Post) is not { Text: { } text, Source: var source }) return own;
        return [new(source == PromptSource.Ancestor ? "Prompt from its source image" : "Prompt from an item made from this", text,
            "prompt")];
    }
}
