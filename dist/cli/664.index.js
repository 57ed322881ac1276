module.exports=require("../main/664.index.js");
