using Sovia.Prompts;

namespace Sovia.Pages.Prompts;

/// <summary>The form of an idea.</summary>
/// <param name="Text">The submitted text.</param>
/// <param name="Tags">The submitted tags.</param>
/// <param name="Problems">The validation errors.</param>
public sealed record IdeaForm(string Text, string Tags, IReadOnlyList<IdeaProblem> Problems)
{
    /// <summary>The form of a new idea.</summary>
    public static readonly IdeaForm Blank = new("", "", []);

    /// <summary>The URL that the form posts to.</summary>
    public string Action { get; init; } = "/prompts";

    /// <summary>Creates the form of an existing idea.</summary>
    public static IdeaForm FromIdea(Idea idea) => new(idea.Text, string.Join(", ", idea.Tags), []) { Action = $"/prompts/{idea.Id}" };

    /// <summary>Returns the validation error of a field; null if there is none.</summary>
    public string? GetProblem(string field) => Problems.FirstOrDefault(problem => problem.Field == field)?.Text;
}
