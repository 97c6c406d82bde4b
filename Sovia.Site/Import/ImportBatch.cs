namespace Sovia.Import;

/// <summary>A part of a file that is written in one transaction, with the issues found in it.</summary>
internal sealed class ImportBatch
{
    // Limited by text size as well, because source records stay in memory until they are written and a thousand prompts may be long.
    private const int MaxTextLength = 16 << 20;

    private int textLength;

    /// <summary>The posts, in the order of the file.</summary>
    public List<IncomingPost> Posts { get; } = [];

    /// <summary>The issues of this batch.</summary>
    public List<ImportIssue> Issues { get; } = [];

    /// <summary>Adds the posts of an item.</summary>
    public void Add(IEnumerable<IncomingPost> posts)
    {
        foreach (var incomingPost in posts)
        {
            Posts.Add(incomingPost);
            textLength += incomingPost.Post.SourceRecords.Sum(sourceRecord => sourceRecord.Raw.Length);
        }
    }

    /// <summary>True once the batch has reached its maximum number of posts or size of text.</summary>
    public bool IsFull(ImportableFile file) => Posts.Count >= file.PostsPerBatch || textLength > MaxTextLength;
}
