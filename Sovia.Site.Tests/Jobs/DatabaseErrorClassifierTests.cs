using System.Net.Sockets;
using Npgsql;
using Sovia.Jobs;

namespace Sovia.Tests.Jobs;

public sealed class DatabaseErrorClassifierTests
{
    [Theory]
    [InlineData("08006")]
    [InlineData("53100")]
    [InlineData("53300")]
    [InlineData("57P01")]
    [InlineData("57P03")]
    [InlineData("40001")]
    [InlineData("25P03")]
    public void errors_of_an_unavailable_full_or_busy_server_are_transient(string state)
    {
        Assert.True(DatabaseErrorClassifier.IsTransient(CreateException(state)));
        Assert.True(DatabaseErrorClassifier.IsTransient(new InvalidOperationException("while saving", CreateException(state))));
        Assert.False(DatabaseErrorClassifier.IsDataError(CreateException(state)));
    }

    [Theory]
    [InlineData("22P05")]
    [InlineData("22021")]
    [InlineData("22003")]
    [InlineData("23505")]
    [InlineData("54000")]
    [InlineData("08P01")]
    [InlineData("XX000")]
    public void errors_about_a_value_are_not_transient(string state)
    {
        Assert.False(DatabaseErrorClassifier.IsTransient(CreateException(state)));
        Assert.True(DatabaseErrorClassifier.IsDataError(new InvalidOperationException("while saving", CreateException(state))));
    }

    [Theory]
    [InlineData("42P01")]
    [InlineData("28P01")]
    [InlineData("25006")]
    // A statement that the server cancels for taking too long.
    [InlineData("57014")]
    public void missing_tables_permissions_and_timeouts_are_neither_kind(string state) =>
        Assert.Equal((false, false), (DatabaseErrorClassifier.IsTransient(CreateException(state)),
            DatabaseErrorClassifier.IsDataError(CreateException(state))));

    [Fact]
    public void broken_connections_are_transient_and_other_errors_are_not()
    {
        Assert.True(DatabaseErrorClassifier.IsTransient(new NpgsqlException("away", new SocketException())));
        Assert.True(DatabaseErrorClassifier.IsTransient(new NpgsqlException("the pool is empty", new TimeoutException())));
        Assert.False(DatabaseErrorClassifier.IsTransient(new NpgsqlException("no password")));
        Assert.False(DatabaseErrorClassifier.IsTransient(new IOException("a file")));
        Assert.Null(DatabaseErrorClassifier.FindNpgsqlException(new IOException("a file")));
    }

    private static PostgresException CreateException(string state) => new("it says so", "ERROR", "ERROR", state);
}
