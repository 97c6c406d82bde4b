using Marten;

namespace Sovia.Library.Writing;

/// <summary>Runs additional work in the transaction in which a session saves.</summary>
public static class DocumentSessionExtensions
{
    /// <summary>Enlists participants, in the order in which they run.</summary>
    public static void Enlist(this IDocumentSession session, params ReadOnlySpan<ITransactionParticipant> work)
    {
        foreach (var participant in work) ((ITransactionParticipantRegistrar)session).AddTransactionParticipant(participant);
        // Marten does not call participants if the session has nothing else to save.
        session.QueueSqlCommand("select 1");
    }
}
