using Marten;
using Sovia.Jobs;
using Sovia.Media;
using Sovia.Storage;

namespace Sovia.Pictures;

/// <summary>
/// Requeues, at startup, the files that were waiting at shutdown. Pictures are in the data directory, so each node handles its own.
/// </summary>
public sealed class RequeuePicturesJob(PictureQueue queue, PictureFolder folder, AllMediaRoots roots, NodeId node, ISessionFactory sessions)
    : StartupJob("recall pictures")
{
    /// <inheritdoc/>
    public override JobAffinity Affinity => JobAffinity.NodeWithFiles;

    /// <inheritdoc/>
    public override string ConcurrencyGroup => $"{Name} of {node.Value}";

    /// <inheritdoc/>
    protected override async Task RunAsync(CancellationToken ct)
    {
        await using var session = sessions.QuerySession();
        await new QueueMissingPictures(session, roots, folder, queue).RunAsync(ct);
    }
}
