namespace Sovia.Pages.Collections;

/// <summary>Conditions of a search that is built from a form, of which all must hold, or any.</summary>
/// <param name="IsNot">Whether the group as a whole must not hold.</param>
/// <param name="IsAny">Whether one condition is enough.</param>
/// <param name="Rows">The conditions.</param>
public sealed record BuilderGroup(bool IsNot, bool IsAny, IReadOnlyList<BuilderRow> Rows)
{
    /// <summary>A group with one condition to fill in.</summary>
    public static BuilderGroup Blank => new(false, false, [new(false, "", "")]);

    /// <summary>The group in the search language; null where nothing was filled in.</summary>
    public string? Text
    {
        get
        {
            var texts = Rows.Select(row => row.Text).OfType<string>().ToList();
            return texts.Count == 0 ? null : $"{(IsNot ? "-" : "")}({string.Join(IsAny ? " or " : " ", texts)})";
        }
    }
}
