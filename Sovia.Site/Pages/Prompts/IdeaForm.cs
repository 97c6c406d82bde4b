using Sovia.Prompts;

namespace Sovia.Pages.Prompts;

/// <summary>An idea as a form shows it.</summary>
/// <param name="Text">Its words, as typed.</param>
/// <param name="Tags">Its tags, as typed.</param>
/// <param name="Problems">What is wrong with them.</param>
public sealed record IdeaForm(string Text, string Tags, IReadOnlyList<IdeaProblem> Problems)
{
    /// <summary>A new one.</summary>
    public static readonly IdeaForm Blank = new("", "", []);

    /// <summary>Where it is sent.</summary>
    public string Action { get; init; } = "/prompts";

    /// <summary>An idea that is there.</summary>
    public static IdeaForm FromIdea(Idea idea) => new(idea.Text, string.Join(", ", idea.Tags), []) { Action = $"/prompts/{idea.Id}" };

    /// <summary>What is wrong with a field; null where nothing is.</summary>
    public string? GetProblem(string field) => Problems.FirstOrDefault(problem => problem.Field == field)?.Text;
}
