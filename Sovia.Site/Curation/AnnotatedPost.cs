using Sovia.Library;

namespace Sovia.Curation;

/// <summary>A post with its annotation.</summary>
/// <param name="Post">The post, without the raw JSON of its sources.</param>
/// <param name="Annotation">The annotation; null if the post has none.</param>
public sealed record AnnotatedPost(Post Post, Annotation? Annotation);
