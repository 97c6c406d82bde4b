using Sovia.Library;

namespace Sovia.Pages.Posts;

/// <summary>A text of a post, and whose words it is.</summary>
/// <param name="Heading">Whose words.</param>
/// <param name="Text">The words.</param>
/// <param name="Id">The id of the element that holds them, for the copy button.</param>
public sealed record Words(string Heading, string Text, string Id)
{
    /// <summary>The user's own words and the model's caption; where there is neither, what the family offers.</summary>
    public static IReadOnlyList<Words> Of(FamilyView view)
    {
        var own = new[]
        {
            view.Post.UserPrompt is { } prompt ? new Words("Prompt", prompt, "prompt") : null,
            view.Post.Caption is { } caption ? new Words("Caption by the model", caption, "caption") : null,
        }.OfType<Words>().ToList();
        if (own.Count > 0 || view.PromptOf(view.Post) is not { Text: { } text, Source: var source }) return own;
        return [new(source == PromptSource.Ancestor ? "Prompt of what it was made from" : "Prompt of what was made from it", text, "prompt")];
    }
}
