using Sovia.Library;
using Sovia.Library.Browsing;

namespace Sovia.Pages.Posts;

/// <summary>A text of a post.</summary>
/// <param name="Heading">The heading that names the kind of text, such as a prompt or a caption.</param>
/// <param name="Text">The text.</param>
/// <param name="ElementId">The id of its element, for the copy button.</param>
public sealed record PostText(string Heading, string Text, string ElementId)
{
    private const string OriginalElementId = "original", PromptHeading = "Prompt";

    // More words would not narrow a search any further.
    private const int MaxSearchWords = 12;

    /// <summary>
    /// The gallery URL of a search for the first words as a phrase; null for the original form of a prompt that is shown in another form
    /// too.
    /// </summary>
    public string? SearchUrl =>
        ElementId == OriginalElementId ? null
        : $"/?search={Uri.EscapeDataString($"\"{string.Join(' ', Text.Replace('"', ' ').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(MaxSearchWords))}\"")}";

    /// <summary>The URL of the prompt's page with all posts made from it; null if the text is not a prompt of this post.</summary>
    public string? PromptUrl => Heading == PromptHeading && PromptKey.Compute(Text) is { } key ? Prompts.PromptCard.GetUrl(key) : null;

    /// <summary>
    /// Returns the user's prompt, the caption, and the prompt as originally sent if it differs; if there is none of these, the text that
    /// the family provides.
    /// </summary>
    public static IReadOnlyList<PostText> FromFamily(FamilyView view)
    {
        var texts = new[]
        {
            view.Post.UserPrompt is { } prompt ? new PostText(PromptHeading, prompt, "prompt") : null,
            view.Post.Caption is { } caption ? new PostText("Caption", caption, "caption") : null,
            view.Post.OriginalPrompt?.Trim() is { Length: > 0 } originalPrompt && originalPrompt != view.Post.UserPrompt
            ? new PostText("Original prompt", originalPrompt, OriginalElementId) : null,
        }.OfType<PostText>().ToList();
        if (texts.Count > 0 || view.GetPrompt(view.Post) is not { Text: { } text, Source: var source }) return texts;
        return [new(source == PromptSource.Ancestor ? "Prompt from its source image" : "Prompt from an item made from this", text,
            "prompt")];
    }
}
