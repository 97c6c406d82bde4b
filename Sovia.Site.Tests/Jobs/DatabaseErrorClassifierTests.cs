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
    public void a_server_that_is_away_or_full_or_busy_is_tried_again(string state)
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
    public void what_is_said_of_a_value_is_said_again_the_next_time(string state)
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
    public void a_table_or_a_right_that_is_missing_or_a_time_limit_is_neither(string state) =>
        Assert.Equal((false, false), (DatabaseErrorClassifier.IsTransient(CreateException(state)),
            DatabaseErrorClassifier.IsDataError(CreateException(state))));

    [Fact]
    public void a_line_that_broke_is_tried_again_and_other_faults_are_not_the_databases()
    {
        Assert.True(DatabaseErrorClassifier.IsTransient(new NpgsqlException("away", new SocketException())));
        Assert.True(DatabaseErrorClassifier.IsTransient(new NpgsqlException("the pool is empty", new TimeoutException())));
        Assert.False(DatabaseErrorClassifier.IsTransient(new NpgsqlException("no password")));
        Assert.False(DatabaseErrorClassifier.IsTransient(new IOException("a file")));
        Assert.Null(DatabaseErrorClassifier.FindNpgsqlException(new IOException("a file")));
    }

    private static PostgresException CreateException(string state) => new("it says so", "ERROR", "ERROR", state);
}
