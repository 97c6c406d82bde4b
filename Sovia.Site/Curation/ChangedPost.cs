namespace Sovia.Curation;

/// <summary>The changes of a batch to one post.</summary>
/// <param name="Fields">Names of the changed fields.</param>
/// <param name="Before">Their values before.</param>
/// <param name="After">Their values after.</param>
public sealed record ChangedPost(IReadOnlyList<string> Fields, Annotation Before, Annotation After)
{
    /// <summary>Returns the difference between two states of an annotation; null if they are equal.</summary>
    internal static ChangedPost? Compare(Annotation before, Annotation after)
    {
        var fields = AnnotationField.GetDifferences(before, after);
        return fields.IsEmpty ? null : new([.. fields.Select(field => field.Name)], AnnotationField.CopyOnly(before, fields),
            AnnotationField.CopyOnly(after, fields));
    }
}
