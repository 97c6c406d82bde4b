using Marten;

namespace Sovia.Library.Writing;

/// <summary>Has work done in the transaction in which a session saves.</summary>
public static class DocumentSessionExtensions
{
    /// <summary>Enlists it, in the order in which it is to be done.</summary>
    public static void Enlist(this IDocumentSession session, params ReadOnlySpan<ITransactionParticipant> work)
    {
        foreach (var participant in work) ((ITransactionParticipantRegistrar)session).AddTransactionParticipant(participant);
        // A session that has nothing of its own to save does not ask anybody.
        session.QueueSqlCommand("select 1");
    }
}
