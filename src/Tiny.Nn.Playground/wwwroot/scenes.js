// Ten scenes that follow the lessons: each is a state of the page, and what to look at.

export const scenes = [
  {
    title: ['1 A neuron draws a line', '1 ニューロンは直線を引く'],
    text: ['One neuron, no hidden layer. Which weights turn the line, and what does the bias do? Change them by hand.', 'ニューロン 1 個、隠れ層なし。どの重みが直線を回し、バイアスは何をするでしょうか。値を変えてみましょう。'],
    goals: 'accuracy>=0.95', state: 'toy=blobs&classes=2&hidden=none&activation=sigmoid&optimizer=sgd&learning-rate=0.1',
  },
  {
    title: ['2 xor without a hidden layer', '2 隠れ層なしの xor'],
    text: ['No line can part these classes. Train it and read the diagnosis; then add a layer, or the input x1·x2.', 'どの直線でもこの 2 クラスは分けられません。学習させて診断を読み、次に層か入力 x1·x2 を加えましょう。'],
    goals: 'accuracy>=0.95', state: 'toy=xor&hidden=none',
  },
  {
    title: ['3 Sigmoid against ReLU', '3 sigmoid と ReLU'],
    text: ['The slope of a sigmoid is 0.25 at most. Watch the gradient flow of layer 1, then choose relu and start again.', 'sigmoid の傾きは最大でも 0.25 です。第 1 層の勾配の流れを見てから、relu に変えてやり直しましょう。'],
    goals: '', state: 'toy=moons&hidden=4,4&activation=sigmoid&learning-rate=0.01',
  },
  {
    title: ['4 Softmax and several classes', '4 softmax と多クラス'],
    text: ['Four classes have four outputs, whose probabilities sum to 1. Where is the network unsure?', '4 クラスには 4 つの出力があり、確率の和は 1 です。ネットワークの確信が弱いのはどこでしょうか。'],
    goals: 'accuracy>=0.9', state: 'toy=blobs&classes=4&hidden=4',
  },
  {
    title: ['5 The first loss', '5 最初の損失'],
    text: ['Three classes, nothing learned: the loss should be about ln 3 = 1.0986. Make one step and look.', '3 クラスで何も学習していなければ、損失は約 ln 3 = 1.0986 のはずです。1 ステップ進めて確かめましょう。'],
    goals: '', state: 'toy=spiral&hidden=8&learning-rate=0.001&speed=step',
  },
  {
    title: ['6 The chain rule, number by number', '6 連鎖律を数値で追う'],
    text: ['Pick a row, show its step below, and check one δ with a pencil.', '行を選び、下でステップを表示して、δ を 1 つ手計算で確かめましょう。'],
    goals: '', state: 'toy=xor&rows=60&hidden=2&activation=sigmoid&scale=none&speed=step',
  },
  {
    title: ['7 A rate that is too high', '7 大きすぎる学習率'],
    text: ['The loss jumps and does not fall. Which learning rate is the largest that still learns?', '損失が跳ねて下がりません。学習できる最大の学習率はいくつでしょうか。'],
    goals: 'loss<0.1', state: 'toy=moons&hidden=8&activation=relu&optimizer=sgd&learning-rate=30',
  },
  {
    title: ['8 Deep sigmoids fade', '8 深い sigmoid では勾配が消える'],
    text: ['Six layers of sigmoids: the first hears next to nothing. What helps: another activation, or a normalization?', 'sigmoid が 6 層。第 1 層にはほとんど何も届きません。別の活性化関数と正規化では、どちらが効くでしょうか。'],
    goals: 'accuracy>=0.95', state: 'toy=circles&hidden=4,4,4,4,4,4&activation=sigmoid&learning-rate=0.01',
  },
  {
    title: ['9 Dead ReLUs', '9 死んだ ReLU'],
    text: ['Some maps are blank: those units answer 0 to every row and learn nothing more. Find a rate, or an activation, that keeps them alive.', '真っ白な図は、どの行にも 0 を返し、もう学習しないユニットです。死なせない学習率か活性化関数を見つけましょう。'],
    goals: 'accuracy>=0.95', state: 'toy=circles&hidden=8&activation=relu&optimizer=sgd&learning-rate=3',
  },
  {
    title: ['10 Overfitting', '10 過学習'],
    text: ['Few rows, much noise, many units, no early stopping: the training loss falls, the validation loss rises. What helps?', '行が少なく、ノイズが多く、ユニットが多く、早期終了なし。学習データの損失は下がり、検証データの損失は上がります。何が効くでしょうか。'],
    goals: '', state: 'toy=moons&rows=60&noise=0.4&hidden=16,16&activation=relu&validation=0.4&test=0.1&patience=300&epochs=300&batch-size=8',
  },
];
