using Sovia.Downloads.Runs;
using Sovia.Library;

namespace Sovia.Downloads.Overview;

/// <summary>A post whose file is missing.</summary>
/// <param name="Post">The post.</param>
/// <param name="StackPrompt">The prompt of its family's card, if it has one.</param>
/// <param name="Problem">The error of the last download attempt; null if there was none.</param>
public sealed record MissingPost(Post Post, string? StackPrompt, DownloadProblem? Problem)
{
    /// <summary>The text that identifies the post: its prompt, its caption or the prompt of its family; null if it has none.</summary>
    public string? Text => Post.UserPrompt ?? Post.Caption ?? StackPrompt;

    /// <summary>A <see cref="MissingReason"/> or a <see cref="Sovia.Downloads.Fetching.DownloadErrorCode"/>.</summary>
    public string Reason =>
        Post.Safety == FileStatus.Damaged ? MissingReason.Damaged : Problem?.Code ?? MissingReason.ForHost(Post.MediaHost, Post.Safety);
}
