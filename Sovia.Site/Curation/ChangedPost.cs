namespace Sovia.Curation;

/// <summary>What a batch did to one post.</summary>
/// <param name="Fields">Names of the fields that it changed.</param>
/// <param name="Before">Those fields before.</param>
/// <param name="After">Those fields after.</param>
public sealed record ChangedPost(IReadOnlyList<string> Fields, Annotation Before, Annotation After)
{
    /// <summary>What lies between two states of an annotation; null where they are the same.</summary>
    internal static ChangedPost? Between(Annotation before, Annotation after)
    {
        var fields = AnnotationField.Differing(before, after);
        return fields.IsEmpty ? null : new([.. fields.Select(field => field.Name)], AnnotationField.Only(before, fields), AnnotationField.Only(after, fields));
    }
}
