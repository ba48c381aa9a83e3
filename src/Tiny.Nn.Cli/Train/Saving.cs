using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Files;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Models.Documents;

namespace Tiny.Nn.Cli.Train;

/// <summary>
/// The end of a training, at which nothing is lost: a model whose place takes it no more goes elsewhere, and where something beside it cannot be written
/// (settings, a page, the report on stdout) the rest still is.
/// </summary>
internal sealed class Saving
{
    private readonly List<Failure> failures = [];

    /// <summary>True where something could not be written as it was asked for.</summary>
    internal bool HasFailed => failures.Count > 0;

    /// <summary>Writes the model.</summary>
    /// <param name="model">What was learned.</param>
    /// <param name="file">Where it goes.</param>
    /// <param name="source">The data, beside which there may be another place.</param>
    /// <returns>Where it is; null for nowhere.</returns>
    internal string? Write(Model<float> model, OutputFile file, string source)
    {
        try
        {
            file.Write(stream => ModelFile.Write(model, stream));
            return file.Path;
        }
        catch (OutputException fault)
        {
            string? refuge = Refuge.Write(file.Path, source, stream => ModelFile.Write(model, stream));
            failures.Add(
                new Failure(
                    ExitCode.Usage,
                    $"The model is not where it was to be. {fault.What}",
                    file.Path,
                    refuge is null
                        ? "Train again with -o elsewhere: it could not be saved beside the data nor in the temporary directory."
                        : $"It is saved as {refuge}: move it from there."
                )
            );
            return refuge;
        }
    }

    /// <summary>Writes something beside the model.</summary>
    internal void WriteNote(Action write)
    {
        try
        {
            write();
        }
        catch (ReaderGoneException)
        {
            // They have had enough of the report, and there are still files to be written.
        }
        catch (OutOfMemoryException)
        {
            Lack("all of the report");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            failures.Add(Failure.Explain(fault, [CommandNames.Train]));
        }
    }

    /// <summary>Judges the model; where memory does not suffice for that, or for a part of it, the rest stands.</summary>
    /// <param name="trained">The model.</param>
    /// <param name="judge">Judges it.</param>
    internal Judged<float> Judge(Trained<float> trained, Func<Trained<float>, Judged<float>> judge)
    {
        try
        {
            Judged<float> judged = judge(trained);
            if (judged.Shortage is { } shortage)
            {
                Lack(shortage);
            }
            return judged;
        }
        catch (OutOfMemoryException)
        {
            Lack("the report on the test rows");
            return new Judged<float>(trained);
        }
    }

    /// <summary>Memory did not suffice for something that is made after the model.</summary>
    /// <param name="what">What it is, in words.</param>
    internal void Lack(string what) =>
        failures.Add(
            new Failure(
                ExitCode.Usage,
                $"There was not enough memory for {what}. The model is complete.",
                CommandNames.Train,
                "Ask the model about fewer rows: tinynn evaluate; or set fewer aside with --test."
            )
        );

    /// <summary>The log may have ended long ago.</summary>
    internal void Look(RunLog? log)
    {
        if (log?.Failure is { } failure)
        {
            failures.Add(failure);
        }
    }

    /// <summary>Says what could not be written.</summary>
    /// <returns>What the process is to end with.</returns>
    internal int Fail(Session session)
    {
        foreach (Failure failure in failures)
        {
            session.Fail(failure);
        }
        return failures[0].ExitCode;
    }
}
