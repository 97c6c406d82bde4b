namespace Sovia.Curation;

/// <summary>What a batch did to one post.</summary>
/// <param name="Fields">Names of the fields that it changed.</param>
/// <param name="Before">Those fields before.</param>
/// <param name="After">Those fields after.</param>
public sealed record ChangedPost(IReadOnlyList<string> Fields, Annotation Before, Annotation After)
{
    /// <summary>What lies between two states of an annotation; null where they are the same.</summary>
    internal static ChangedPost? Compare(Annotation before, Annotation after)
    {
        var fields = AnnotationField.GetDifferences(before, after);
        return fields.IsEmpty ? null : new([.. fields.Select(field => field.Name)], AnnotationField.CopyOnly(before, fields),
            AnnotationField.CopyOnly(after, fields));
    }
}
