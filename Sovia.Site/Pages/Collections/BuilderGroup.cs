namespace Sovia.Pages.Collections;

/// <summary>A group of conditions in the search builder. Either all of them must hold, or at least one.</summary>
/// <param name="IsNot">Whether the group as a whole is negated.</param>
/// <param name="IsAny">Whether one condition is enough.</param>
/// <param name="Rows">The conditions.</param>
public sealed record BuilderGroup(bool IsNot, bool IsAny, IReadOnlyList<BuilderRow> Rows)
{
    /// <summary>A group with one condition to fill in.</summary>
    public static BuilderGroup Blank => new(false, false, [new(false, "", "")]);

    /// <summary>The group in the search language; null if nothing was filled in.</summary>
    public string? Text
    {
        get
        {
            var texts = Rows.Select(row => row.Text).OfType<string>().ToList();
            return texts.Count == 0 ? null : $"{(IsNot ? "-" : "")}({string.Join(IsAny ? " or " : " ", texts)})";
        }
    }
}
