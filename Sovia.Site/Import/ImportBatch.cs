namespace Sovia.Import;

/// <summary>A stretch of a file that is written in one go, and what was met in it.</summary>
internal sealed class ImportBatch
{
    // What a post said is kept in memory until it is written; a thousand long prompts weigh as much as many short ones.
    private const int MostText = 16 << 20;

    private int text;

    /// <summary>The posts, in the order of the file.</summary>
    public List<IncomingPost> Posts { get; } = [];

    /// <summary>The issues of this stretch.</summary>
    public List<ImportIssue> Issues { get; } = [];

    /// <summary>Takes in what an item stated.</summary>
    public void Add(IEnumerable<IncomingPost> posts)
    {
        foreach (var incomingPost in posts)
        {
            Posts.Add(incomingPost);
            text += incomingPost.Post.Statements.Sum(sourceRecord => sourceRecord.Raw.Length);
        }
    }

    /// <summary>True once it is as large as it should become.</summary>
    public bool IsFull(ImportableFile file) => Posts.Count >= file.PostsPerBatch || text > MostText;
}
