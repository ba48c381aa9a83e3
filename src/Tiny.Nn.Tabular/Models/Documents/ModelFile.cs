using System.Numerics;
using System.Security;
using System.Text.Json;
using Tiny.Nn.Layers;
using Tiny.Nn.Names;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Encodings;
using Tiny.Nn.Tabular.Encodings.Scales;
using Tiny.Nn.Tabular.Files;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Models.Documents;

/// <summary>
/// A model as a safetensors file: the parameters under the names of the network's blocks (<c>0.weight</c>: outputs × inputs,
/// row by row, as other tools expect it), the statistics of the preprocessing in double, and all else as one JSON text.
/// </summary>
/// <remarks>The same model gives the same bytes, and what is read predicts the same bits as what was written.</remarks>
public static class ModelFile
{
    private const string Document = "tinynn";
    private const string Center = "encoding.center";
    private const string Spread = "encoding.spread";
    private const string OldMean = "preprocessing.mean";
    private const string OldScale = "preprocessing.scale";
    private const string TargetMean = "target.mean";
    private const string TargetScale = "target.scale";
    private const string Advice = "Use a model that `tinynn train` or this library wrote.";

    /// <summary>Writes a model to a file, as a whole or not at all, in the place of one that is there.</summary>
    /// <exception cref="OutputException">The file could not be written; what was there before still is.</exception>
    public static void Save<T>(Model<T> model, string path)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(model);
        AtomicFile.Replace(path, stream => Write(model, stream));
    }

    /// <summary>Reads a model from a file.</summary>
    /// <exception cref="FileNotFoundException">There is no such file, or no such directory.</exception>
    /// <exception cref="ModelFormatException">The file is not a whole, valid model of these numbers, or may not be read.</exception>
    public static Model<T> Load<T>(string path)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(path);
        try
        {
            using FileStream stream = File.OpenRead(path);
            return Read<T>(stream, path);
        }
        catch (Exception cause) when (cause is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new FileNotFoundException(
                $"There is no model file {FileText.Quote(path)}. Check the path and the name.",
                path,
                cause
            );
        }
        catch (Exception cause)
            when (cause is IOException or UnauthorizedAccessException or SecurityException or ArgumentException)
        {
            string what = Directory.Exists(path) ? "This is a directory." : "The file could not be read.";
            throw new ModelFormatException(what, path, "Name a model file that you may read.", cause);
        }
    }

    /// <summary>Writes a model to a stream.</summary>
    /// <exception cref="ArgumentException">
    /// The model holds something that has no name in a file, such as an activation of your own that is not registered, or a parameter that is not finite.
    /// </exception>
    public static void Write<T>(Model<T> model, Stream stream)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(model);
        string json = ModelTranslation.ToDocument(model).ToJson();
        Scaling scaling = model.Encoding.Scaling;
        List<Tensor> tensors =
        [
            .. model
                .Network.Blocks.Concat(model.Network.StateBlocks)
                .Select(block => RowByRow(block, model.Network[block])),
            new Tensor<double>(Center, [scaling.Inputs], scaling.Center.ToArray()),
            new Tensor<double>(Spread, [scaling.Inputs], scaling.Spread.ToArray()),
        ];
        if (model.Target is NumberTarget number)
        {
            tensors.Add(new Tensor<double>(TargetMean, [1], number.Scaling.Mean.ToArray()));
            tensors.Add(new Tensor<double>(TargetScale, [1], number.Scaling.Scale.ToArray()));
        }
        new SafetensorsFile([new(Document, json)], tensors).Write(stream);
    }

    /// <summary>Reads a model from a stream, up to its end.</summary>
    /// <param name="stream">Any readable stream.</param>
    /// <param name="source">What to call it in messages.</param>
    /// <exception cref="ModelFormatException">It is not a whole, valid model of these numbers.</exception>
    public static Model<T> Read<T>(Stream stream, string source)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        SafetensorsFile file = SafetensorsFile.Read(stream, source);
        string json = file.Text(Document);
        try
        {
            ModelDocument document = ModelTranslation.Check(ModelDocument.Parse(json), file);
            Architecture architecture = ModelTranslation.ToArchitecture(document.Network);
            TableEncoding encoding = ReadEncoding(document, file);
            ModelTarget target =
                TargetTranslation.ToClasses(document.Target)
                ?? (ModelTarget)
                    new NumberTarget(
                        document.Target.Name,
                        new Standardization(Statistics(file, TargetMean, 1), Statistics(file, TargetScale, 1))
                    )
                    {
                        Unit = document.Target.Unit,
                    };
            RequireNumbers<T>(file);
            SequentialNetwork<T> network = ModelTranslation.Build<T>(architecture, file);
            foreach (ParameterBlock block in network.Blocks.Concat(network.StateBlocks))
            {
                ReadOnlySpan<T> values = file.Values<T>(block.Name, Sizes(block)).Span;
                // With one such parameter a network answers NaN, to everything or now and then.
                if (!Finite.AreAll(values))
                {
                    string where = $"{source}, tensor {FileText.Quote(block.Name)}";
                    throw new ModelFormatException("One of its numbers is not finite.", where, Advice);
                }
                Fill(network[block], values);
            }
            RequireStates(network, source);
            Provenance provenance = ProvenanceTranslation.ToProvenance(document.Provenance);
            return new Model<T>(encoding, network, target, provenance)
            {
                DataFormat = TargetTranslation.ToFormat(document.Csv),
            };
        }
        catch (FormatException cause) when (UnknownName.Registration(cause) is not null)
        {
            throw new ModelFormatException(
                FileText.Printable(cause.Message),
                $"{source}, metadata key \"{Document}\"",
                $"If it is one of your own, register it under this name before loading: {UnknownName.Registration(cause)}. Else use the version that wrote the file.",
                cause
            );
        }
        catch (Exception cause) when (cause is JsonException or ArgumentException or FormatException)
        {
            throw new ModelFormatException(
                FileText.Printable(cause.Message),
                $"{source}, metadata key \"{Document}\"",
                Advice,
                cause
            );
        }
    }

    /// <summary>A layer itself knows which states no training leaves.</summary>
    private static void RequireStates<T>(SequentialNetwork<T> network, string source)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        foreach ((int i, Layer<T> layer) in network.Layers.Index())
        {
            if (layer is StatefulLayer<T> { StateFault: { } fault })
            {
                throw new ModelFormatException($"The state of layer {i} makes no sense: {fault}.", source, Advice);
            }
        }
    }

    /// <summary>All parameters of a network are of one type, and the statistics beside them are double.</summary>
    private static void RequireNumbers<T>(SafetensorsFile file)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        const string first = "0.weight";
        ElementType wanted = ElementTypes.From<T>();
        if (file.Tensors.FirstOrDefault(tensor => tensor.Name == first) is { } found && found.ElementType != wanted)
        {
            string type = found.ElementType == ElementType.F32 ? "float" : "double";
            throw new ModelFormatException(
                $"Its numbers are {found.ElementType}, not {wanted}: it is a model of {type}.",
                $"{file.Source}, tensor {FileText.Quote(first)}",
                $"Read it as one, with Load<{type}> or Read<{type}>."
            );
        }
    }

    private static TableEncoding ReadEncoding(ModelDocument document, SafetensorsFile file)
    {
        int features = document.Features.Count;
        if (document.Encoding is not { } encoding)
        {
            Standardization standardization = new(
                Statistics(file, OldMean, features),
                Statistics(file, OldScale, features)
            );
            return TableEncoding.Standardized([.. document.Features.Select(feature => feature.Name)], standardization);
        }
        Feature[] schema = [.. document.Features.Select(EncodingTranslation.ToFeature)];
        ScalingKind kind = EncodingTranslation.ToKind(encoding.Scaling);
        long inputs = EncodingTranslation.CountInputs(encoding, schema);
        if (inputs != document.Network.Inputs)
        {
            throw new JsonException($"The features make {inputs} inputs, the network has {document.Network.Inputs}.");
        }
        double[] center = Statistics(file, Center, (int)inputs);
        double[] spread = Statistics(file, Spread, (int)inputs);
        return new TableEncoding(
            schema,
            [.. encoding.Parts.Select(part => EncodingTranslation.ToPart(part, schema))],
            Scalings.Create(kind, center, spread),
            [.. encoding.Notes.Select(EncodingTranslation.ToNote)]
        );
    }

    private static double[] Statistics(SafetensorsFile file, string name, int count) =>
        [.. file.Values<double>(name, count).Span];

    private static int[] Sizes(ParameterBlock block) =>
        block.Role == ParameterRole.Weight ? [block.Rows, block.Columns] : [block.Rows];

    private static Tensor<T> RowByRow<T>(ParameterBlock block, Matrix<T> values)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (!Finite.AreAll<T>(values.Values))
        {
            throw new ArgumentException($"Parameters of {block.Name} are not finite: nobody could use the file.");
        }
        T[] rows = new T[block.Length];
        for (int i = 0; i < rows.Length; i++)
        {
            rows[i] = values[i / block.Columns, i % block.Columns];
        }
        return new Tensor<T>(block.Name, Sizes(block), rows);
    }

    private static void Fill<T>(Matrix<T> values, ReadOnlySpan<T> rows)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int i = 0; i < rows.Length; i++)
        {
            values[i / values.Columns, i % values.Columns] = rows[i];
        }
    }
}
