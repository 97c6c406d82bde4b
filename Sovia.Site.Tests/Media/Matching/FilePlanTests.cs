using Marten;
using Marten.Linq;
using Npgsql;
using Sovia.Media;
using Sovia.Media.Review;
using Sovia.Media.Scanning;
using Sovia.Tests.Media.Scanning;
using Sovia.Tests.Support;

namespace Sovia.Tests.Media.Matching;

/// <summary>What is read while somebody waits is found by an index.</summary>
public sealed class FilePlanTests(SoviaHost host) : ScanTest(host)
{
    [Fact]
    public async Task no_question_about_a_few_files_reads_them_all()
    {
        var hashes = Enumerable.Range(0, 4000).Select(_ => TestMedia.Hash(Guid.NewGuid().ToByteArray())).ToArray();
        await Host.Store.BulkInsertAsync([.. hashes.Select((hash, i) => new MediaFile
        {
            Id = hash,
            Length = 1,
            Mime = "image/jpeg",
            Problem = i % 400 == 0 ? "The image is damaged or incomplete." : null,
            NeedsFullDecode = i % 400 == 1 ? true : null,
            Present = true,
            State = i % 4 == 0 ? FileState.Unmatched : FileState.Matched,
            SeenAt = Make.Start.AddSeconds(i),
        })]);
        await Host.Store
            .BulkInsertAsync(
                [.. hashes.Select(hash => new FileLocation { Id = FileLocation.ComputeId(Root, hash), Root = Root, Path = hash,
                    Sha256 = hash, Length = 1, ModifiedTicks = 1 })]);
        await Host.Store.BulkInsertAsync([.. hashes.Select(hash => FileMatch.Create(hash, Guid.NewGuid(), FileRole.Media, "m", 1))]);
        await using var source = NpgsqlDataSource.Create(Host.ConnectionString);
        await using (var analyze = source.CreateCommand("analyze")) await analyze.ExecuteNonQueryAsync();

        await using var session = Host.Store.QuerySession();
        var few = hashes[..20];
        var ids = Enumerable.Range(0, 20).Select(_ => Guid.NewGuid()).ToArray();
        await AssertIndexedAsync(source, session.Query<FileLocation>().Where(location => location.Sha256 == few[0]));
        await AssertIndexedAsync(source, session.Query<FileLocation>().Where(location => location.Sha256!.IsOneOf(few)));
        await AssertIndexedAsync(source, session.Query<FileMatch>().Where(match => match.Sha256.IsOneOf(few)));
        await AssertIndexedAsync(source, session.Query<FileMatch>().Where(match => match.PostId.IsOneOf(ids)));
        await AssertIndexedAsync(source, new ListUnreadableFiles(session, null!)
            .UnreadableFiles.Where(file => file.Id.CompareTo(few[0]) > 0)
            .OrderBy(file => file.Id).Take(60));
        await AssertIndexedAsync(source, new ListUnreadableFiles(session, null!).UnreadableFiles);
        await AssertIndexedAsync(source, FindDamagedVideos.QueryPending(session, few[0], 20));
        await AssertIndexedAsync(source, session.Query<MediaFile>()
            .Where(file => file.State == FileState.Unmatched && file.Present)
            .Where(file => file.SeenAt <= Make.Start.AddSeconds(999)
                && (file.SeenAt < Make.Start.AddSeconds(999) || file.Id.CompareTo(few[0]) < 0))
            .OrderByDescending(file => file.SeenAt).ThenByDescending(file => file.Id).Take(50));
    }

    private static async Task AssertIndexedAsync<T>(NpgsqlDataSource source, IQueryable<T> query) where T : notnull
    {
        await using var command = query.ToCommand(FetchType.FetchMany);
        command.CommandText = "explain " + command.CommandText;
        await using var connection = await source.OpenConnectionAsync();
        command.Connection = connection;
        var lines = new List<string>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) lines.Add(reader.GetString(0));
        Assert.False(lines.Exists(line => line.Contains("Seq Scan", StringComparison.Ordinal)),
            string.Join(Environment.NewLine, lines.Prepend(command.CommandText)));
    }
}
